import 'provision-embed/define/provision-card';
import 'provision-embed/define/provision-severity';
