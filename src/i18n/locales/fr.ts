import type { Messages } from '../messages.js';

export const messages: Messages = {
  locale: 'fr',
  colon: '\u00a0: ',
  severity: 'Gravité',
  confidence: 'Certitude',
  basis: 'Fondement',
  untitled: 'Clause',
  why: 'Pourquoi c’est important',
  impact: 'Ce que cela signifie pour vous',
  clause: 'Ce que dit le document',
  comparison: 'Ce que font les autres plateformes',
  unnamedPlatform: 'Plateforme sans nom',
  excerptCut: 'Extrait tronqué',
  weakMatch: 'Correspondance approximative',
  rowsShown: (shown, total) =>
    shown.plural({
      one: `${shown.n} affichée sur ${total.n}`,
      other: `${shown.n} affichées sur ${total.n}`,
    }),
  platforms: ({ n, plural }, total) =>
    total
      ? plural({ one: `${n} plateforme sur ${total.n}`, other: `${n} plateformes sur ${total.n}` })
      : plural({ one: `${n} plateforme`, other: `${n} plateformes` }),
  allRows: (count) => (count ? `Afficher les ${count.n} plateformes` : 'Afficher toutes les plateformes'),
  captured: (date) => `Capture du ${date}`,
  lastUpdated: (date) => `Dernière mise à jour du document\u00a0: ${date}`,
  from: (source) => `Source\u00a0: ${source}`,
  analysisBy: (names) => `Analyse\u00a0: ${names}`,
  dataFrom: (source) => `Données\u00a0: ${source}`,
  record: (id) => `Fiche ${id}`,
  fullRecord: 'Lien permanent',
  corrected: 'Cette fiche a été corrigée.',
  withdrawn: 'Cette fiche a été retirée.',
  note: 'Note de la rédaction',
  methodology: 'Comment sont établies les évaluations',
  showRecord: 'Afficher la fiche complète',
  cite: 'Citer',
  share: 'Partager',
  print: 'Imprimer',
  verify: 'Vérifier les preuves',
  failed: 'L’opération n’a pas abouti.',
  showAll: 'Tout afficher',
  showLess: 'Afficher moins',
  readClause: 'Lire la clause entière',
  excerpt: 'Extrait',
  unavailable: 'Cette fiche n’a pas pu être chargée.',
  openSource: 'Ouvrir la source',
  source: 'Voir dans le document',
  archivedCopy: 'Copie archivée',
  unchecked: 'Changements depuis la publication non vérifiés',
};

export const loadMore = () => import('./fr-more.js');
