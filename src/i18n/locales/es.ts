import type { Messages } from '../messages.js';

export const messages: Messages = {
  locale: 'es',
  colon: ': ',
  severity: 'Gravedad',
  confidence: 'Certeza',
  basis: 'Fundamento',
  untitled: 'Cláusula',
  why: 'Por qué es importante',
  impact: 'Qué significa para usted',
  clause: 'Qué dice el documento',
  comparison: 'Cómo lo tratan otras plataformas',
  unnamedPlatform: 'Plataforma sin nombre',
  excerptCut: 'Fragmento recortado',
  weakMatch: 'Coincidencia aproximada',
  rowsShown: (shown, total) =>
    shown.plural({
      one: `Se muestra ${shown.n} de ${total.n}`,
      other: `Se muestran ${shown.n} de ${total.n}`,
    }),
  platforms: ({ n, plural }, total) =>
    total
      ? total.plural({ one: `${n} de ${total.n} plataforma`, other: `${n} de ${total.n} plataformas` })
      : plural({ one: `${n} plataforma`, other: `${n} plataformas` }),
  allRows: (count) => (count ? `Mostrar las ${count.n} plataformas` : 'Mostrar todas las plataformas'),
  captured: (date) => `Captura del ${date}`,
  lastUpdated: (date) => `Última actualización del documento: ${date}`,
  from: (source) => `Fuente: ${source}`,
  analysisBy: (names) => `Análisis: ${names}`,
  dataFrom: (source) => `Datos: ${source}`,
  record: (id) => `Ficha ${id}`,
  fullRecord: 'Enlace permanente',
  corrected: 'Esta ficha ha sido corregida.',
  withdrawn: 'Esta ficha ha sido retirada.',
  note: 'Nota de la redacción',
  methodology: 'Cómo se elaboran las valoraciones',
  showRecord: 'Mostrar la ficha completa',
  cite: 'Citar',
  share: 'Compartir',
  print: 'Imprimir',
  verify: 'Comprobar las pruebas',
  failed: 'No se ha podido hacer.',
  showAll: 'Mostrar todo',
  showLess: 'Mostrar menos',
  readClause: 'Leer la cláusula completa',
  excerpt: 'Fragmento',
  unavailable: 'No se ha podido cargar esta ficha.',
  openSource: 'Abrir la fuente',
  source: 'Ver en el documento',
  archivedCopy: 'Copia archivada',
  unchecked: 'No se han comprobado los cambios desde la publicación',
};

export const loadMore = () => import('./es-more.js');
