/** The list for choosing and ordering sections, with buttons instead of dragging, because dragging excludes keyboards and many people. */
import { embedSections } from '../../src/snippets/index.js';
import { byId, element, announce } from './dom.js';

const labels: Readonly<Record<(typeof embedSections)[number], string>> = {
  summary: 'Summary',
  why: 'Why it matters',
  impact: 'What it means for you',
  actions: 'What you can do',
  clause: 'What the document says',
  comparison: 'How other platforms handle this',
  changes: 'What has changed',
  analysis: 'Institutional analysis',
  agencies: 'Agencies',
  regulations: 'Regulations',
  details: 'Provision details and evidence',
  citation: 'Citation',
  categories: 'Categories',
  faq: 'Questions and answers',
  related: 'Related records',
  risks: 'Other risks',
  notices: 'Notices',
  promotions: 'The publisher’s offers',
};

export interface SectionList {
  readonly show: (chosen: readonly string[]) => void;
}

/** @param change called with the chosen sections in order; an empty list stands for the layout's own */
export function sectionList(change: (sections: readonly string[]) => void): SectionList {
  const list = byId('sections');
  const own = byId<HTMLInputElement>('sections-own');
  const chosenOnes = byId<HTMLInputElement>('sections-chosen');
  const status = byId('sections-status');
  /** All names in the user's order. */
  let order: string[] = [...embedSections];
  let chosen = new Set<string>();

  const tell = () => {
    change(order.filter((name) => chosen.has(name)));
  };

  function move(name: string, by: number, button: string): void {
    const from = order.indexOf(name);
    const to = from + by;
    if (to < 0 || to >= order.length) return;
    order.splice(to, 0, ...order.splice(from, 1));
    tell();
    write();
    // The button was rendered again; restore its focus, so that the user can press it again.
    const again = list.querySelector<HTMLButtonElement>(`[data-name="${name}"] .${button}`);
    (again?.disabled ? list.querySelector<HTMLInputElement>(`[data-name="${name}"] input`) : again)?.focus();
    announce(status, `${labels[name as keyof typeof labels]} is now ${to + 1} of ${order.length}.`);
  }

  function write(): void {
    list.replaceChildren(
      ...order.map((name, at) => {
        const label = labels[name as keyof typeof labels];
        const box = element('input', { type: 'checkbox', checked: chosen.has(name) });
        box.addEventListener('change', () => {
          if (box.checked) chosen.add(name);
          else chosen.delete(name);
          tell();
        });
        const button = (kind: 'up' | 'down', by: number, disabled: boolean) => {
          const made = element(
            'button',
            { type: 'button', class: kind, 'aria-label': `Move ${label} ${kind}`, disabled },
            kind === 'up' ? '↑' : '↓',
          );
          made.addEventListener('click', () => {
            move(name, by, kind);
          });
          return made;
        };
        return element(
          'li',
          { 'data-name': name },
          element('label', {}, box, ' ', label),
          button('up', -1, at === 0),
          button('down', 1, at === order.length - 1),
        );
      }),
    );
  }

  own.addEventListener('change', () => {
    change([]);
  });
  chosenOnes.addEventListener('change', () => {
    if (!chosen.size) chosen = new Set(['summary', 'why', 'clause']);
    write();
    tell();
  });

  return {
    show: (names) => {
      const now = order.filter((name) => chosen.has(name));
      const open = names.length > 0;
      if (names.join() !== now.join() && (open || chosen.size)) {
        if (open) {
          const rest = order.filter((name) => !names.includes(name));
          order = [...names, ...rest];
          chosen = new Set(names);
        }
      }
      // When the user unticks the last box, keep the list open while it has the focus.
      const stays = list.contains(document.activeElement);
      own.checked = !open && !stays;
      chosenOnes.checked = open || stays;
      list.hidden = own.checked;
      if (!stays) write();
    },
  };
}
