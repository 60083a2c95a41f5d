import type { Messages } from '../messages.js';

export const messages: Messages = {
  locale: 'pt-BR',
  colon: ': ',
  severity: 'Gravidade',
  confidence: 'Certeza',
  basis: 'Fundamento',
  untitled: 'Cláusula',
  why: 'Por que isso importa',
  impact: 'O que isso significa para você',
  clause: 'O que diz o documento',
  comparison: 'Como outras plataformas tratam disso',
  unnamedPlatform: 'Plataforma sem nome',
  excerptCut: 'Trecho cortado',
  weakMatch: 'Correspondência aproximada',
  rowsShown: (shown, total) => `Exibindo ${shown.n} de ${total.n}`,
  platforms: ({ n, plural }, total) =>
    total
      ? total.plural({ one: `${n} de ${total.n} plataforma`, other: `${n} de ${total.n} plataformas` })
      : plural({ one: `${n} plataforma`, other: `${n} plataformas` }),
  allRows: (count) => (count ? `Mostrar todas as ${count.n} plataformas` : 'Mostrar todas as plataformas'),
  captured: (date) => `Captura de ${date}`,
  lastUpdated: (date) => `Última atualização do documento: ${date}`,
  from: (source) => `Fonte: ${source}`,
  analysisBy: (names) => `Análise: ${names}`,
  dataFrom: (source) => `Dados: ${source}`,
  record: (id) => `Registro ${id}`,
  fullRecord: 'Link permanente',
  corrected: 'Este registro foi corrigido.',
  withdrawn: 'Este registro foi retirado.',
  note: 'Nota da redação',
  methodology: 'Como são feitas as avaliações',
  showRecord: 'Mostrar o registro completo',
  cite: 'Citar',
  share: 'Compartilhar',
  print: 'Imprimir',
  verify: 'Checar as evidências',
  failed: 'Não foi possível fazer isso.',
  showAll: 'Mostrar tudo',
  showLess: 'Mostrar menos',
  unavailable: 'Não foi possível carregar este registro.',
  openSource: 'Abrir a fonte',
  source: 'Ver no documento',
  archivedCopy: 'Cópia arquivada',
  unchecked: 'Mudanças desde a publicação não verificadas',
};

export const loadMore = () => import('./pt-BR-more.js');
