/**
 * Rows of the comparisons for platforms that have no record in clausewatch.json: name, host, severity, when it was
 * captured, the wording, and its language where it is not English. `seal.mjs` puts them beside the records and cuts what is longer than 300 characters, as
 * the feeds we have seen do. All of it is invented.
 */

/** @type {Readonly<Record<string, readonly (readonly [string, string, string, string, string, string?])[]>>} */
export const rows = {
  'model-training': [
    ['Aldergram', 'aldergram', 'high', '2026-04-02', 'Posts, drafts and the comments beneath them form part of the material from which our systems learn. You may ask us not to use what you publish from now on; what was published before stays in use.'],
    ['Bow & Fiddle', 'bow-and-fiddle', 'low', '2026-01-28', 'Recordings of your lessons are yours and your teacher’s. We use them for our tuning models only if both of you have ticked the box, and we ask again every year.'],
    ['Bristlecone Docs', 'bristlecone', 'low', '2026-05-11', 'Customer Documents are not used to train, fine-tune or evaluate any model, whether ours or a supplier’s. Our suppliers have agreed to the same in writing.'],
    ['Cadmir', 'cadmir', 'medium', '2026-03-05', 'Drawings stored in a free workspace may be used to improve the features that complete and check drawings. Paid workspaces are excluded.'],
    ['Copperkeep', 'copperkeep', 'info', '2026-02-17', 'A password manager has nothing to learn from your passwords. We do not train models on customer data, and we could not read the data if we wanted to.'],
    ['Eddyline Video', 'eddyline', 'critical', '2026-05-29', 'By publishing a video you assign to us, for the duration of the rights and for all forms of use known or unknown, the right to train systems on your image, voice and manner of speaking and to license those systems to others. This assignment survives the deletion of the video and of the account.'],
    ['Fernhollow', 'fernhollow', 'medium', '2026-04-18', 'Photographs of plants are shared with our research partners and used for the models that recognise species. Turn off “Contribute to science” to keep a photograph to yourself; observations that have been confirmed by others stay in the collection.'],
    ['Gableworth', 'gableworth', 'medium', '2026-03-23', 'We use the descriptions, prices and pictures of listings, including listings that have ended, to build and improve tools that write descriptions and suggest prices. Contact details are taken out first.'],
    ['Harrowgate Learn', 'harrowgate-learn', 'high', '2026-05-07', 'Essays handed in through Harrowgate become part of the corpus against which other essays are checked and from which our marking assistant learns. The school decides whether this happens; pupils and parents may ask the school.'],
    ['Inkfathom', 'inkfathom', 'high', '2026-06-01', 'Manuscripts uploaded for an estimate may be retained and analysed, in whole or in part, in order to improve our editorial tools, whether or not you accept the estimate.'],
    ['Juniper Ledger', 'juniper-ledger', 'low', '2026-01-09', 'To sort your receipts we train a model that belongs to your company alone. It is deleted with the account and is not shared between customers.'],
    ['Kestrelbox', 'kestrelbox', 'medium', '2026-02-26', 'We process the text of e-mails by automated means in order to suggest replies and to improve the suggestions. You can switch suggestions off; improvement based on sender, length and time then continues without the text.'],
    ['Larkham Health', 'larkham', 'medium', '2026-05-15', 'De-identified conversations with the symptom checker are used to improve it. De-identified means that name, address and number have been removed by software; we do not check each conversation by hand.'],
    ['Mossbank', 'mossbank', 'low', '2026-03-12', 'We study how the app is used in figures that concern at least fifty customers together. Individual transactions are not used for training.'],
    ['Nimbril', 'nimbril', 'high', '2026-04-30', 'Everything you say to Nimbril while the light is on, and the two seconds before, may be listened to by people, written down and used to train the assistant. Delete it in the app within 72 hours if you do not want this.'],
    ['Otterline', 'otterline', 'medium', '2026-05-22', 'Conversations with our help desk are used to train the assistant that now answers first. Say “do not train” at the beginning of a conversation and we exclude it.'],
    ['Pebblewick', 'pebblewick', 'unknown', '2026-06-03', 'Your builds, scripts and chats may be utilised for the betterment of the platform and its intelligent systems.'],
    ['Quorrel', 'quorrel', 'medium', '2026-02-04', 'Answers and votes are available to our own and to licensed models under the same conditions as to any reader. You may delete an answer; copies that were made under licence are not affected.'],
    ['Redshank Radio', 'redshank', 'low', '2026-01-31', 'What you listen to shapes your own recommendations. It is used for other listeners’ recommendations only in lists from which you cannot be told.'],
    ['Saltmarsh Maps', 'saltmarsh', 'medium', '2026-04-11', 'Routes driven with Saltmarsh are used, without the first and last five minutes, to predict traffic and to train the model that proposes routes. There is no setting, because a map without traffic would be of little use.'],
    ['Sundvik Möten', 'sundvik', 'low', '2026-03-27', 'Vi tränar inte modeller på inspelade möten. Den som bjuder in kan begära en sammanfattning, som raderas efter trettio dagar om ingen sparar den.', 'sv'],
    ['Tallowfield', 'tallowfield', 'high', '2026-05-19', 'You waive, to the extent permitted, any moral right in artwork submitted to a contest, and consent to its inclusion in data sets used to train generators, including where the entry was not chosen.'],
    ['Thimbleton', 'thimbleton', 'info', '2026-02-20', 'We do not train models on patterns that you upload, and we ask our readers not to do it either.'],
    ['Underbough', 'underbough', 'medium', '2026-03-09', 'Family trees that are set to “public” may be used to train the model that proposes relatives. Living persons are left out. If you set a tree to “private”, it is taken out at the next training, which happens about twice a year.'],
    ['Vellwater', 'vellwater', 'low', '2026-04-07', 'Readings from your meter are used to forecast the load of your street. We train the forecast on sums, never on the readings of one household.'],
    ['Wickerline', 'wickerline', 'medium', '2026-05-02', 'Reviews may be used to train the summary that appears at the top of a page. Reviews that you delete disappear from the summary when it is next written.'],
    ['Yarrow Post', 'yarrow-post', 'low', '2026-06-05', 'We do not use letters to the editor, comments or reading histories to train models, and do not allow others to.'],
    ['Zephrine', 'zephrine', 'high', '2026-05-26', 'The avatar you make, its expressions and the measurements of your face from which it is made are Feedback within the meaning of section 12 and may be used accordingly.'],
    ['Atelier Brume', 'atelier-brume', 'medium', '2026-03-18', 'Les images que vous retouchez peuvent servir à entraîner nos outils de retouche, sauf si vous décochez la case « Participer » avant l’envoi. Les images déjà utilisées ne sont pas retirées des modèles.', 'fr'],
    ['Quill & Lantern', 'quill-and-lantern', 'low', '2026-02-12', 'Private journals are encrypted on your device. No one, including us, can use them for training.'],
    ['Marrowstone', 'marrowstone', 'medium', '2026-04-25', 'Data about how you walk, collected while navigation is on, improves step detection for all customers. It is stored under a number that changes every day.'],
    ['Greywether', 'greywether', 'medium', '2026-05-13', 'We may use prompts and outputs to maintain, protect and develop our offerings. Business plans are excluded; trial accounts are not business plans.'],
    ['Pallisade Homes', 'pallisade', 'high', '2026-05-30', 'Footage from doorbell cameras that you share with neighbours may be used to train recognition of persons, parcels and vehicles. Sharing once is sufficient.'],
    ['Tarnhelm', 'tarnhelm', 'unknown', '2026-01-22', 'See the AI Addendum, as amended.'],
  ],
  arbitration: [
    ['Aldergram', 'aldergram', 'medium', '2026-04-02', 'Disputes are resolved by binding individual arbitration. You may opt out within 30 days by e-mail to optout@aldergram.example, stating your user name.'],
    ['Eddyline Video', 'eddyline', 'high', '2026-05-29', 'You agree to arbitration administered by a provider of our choosing, in the city of our choosing, and waive any right to take part in a collective action of whatever kind.'],
    ['Gableworth', 'gableworth', 'low', '2026-03-23', 'Either party may propose arbitration once a dispute has arisen. Neither party is bound to accept.'],
    ['Mossbank', 'mossbank', 'info', '2026-03-12', 'Nothing in these terms prevents you from going to court or to the financial ombudsman.'],
    ['Nimbril', 'nimbril', 'high', '2026-04-30', 'If you bring a claim that an arbitrator finds to be without merit, you pay the costs of the arbitration, including the fees of our lawyers.'],
    ['Saltmarsh Maps', 'saltmarsh', 'medium', '2026-04-11', 'Claims are arbitrated one by one unless both sides agree otherwise. This section does not apply where it is forbidden by the law of the place where you live.'],
    ['Wickerline', 'wickerline', 'medium', '2026-05-02', 'You and we give up the right to a jury. Small claims and injunctions are excepted.'],
  ],
  'account-deletion': [
    ['Aldergram', 'aldergram', 'medium', '2026-04-02', 'A deleted account can be restored within 90 days. After that we remove it from what others see; copies in our archives are overwritten in the course of time.'],
    ['Fernhollow', 'fernhollow', 'low', '2026-04-18', 'Deleting your account removes your name from your observations. The observations themselves stay in the collection, because other people’s confirmations refer to them.'],
    ['Kestrelbox', 'kestrelbox', 'low', '2026-02-26', 'We delete your mailbox 14 days after you ask us to. The address is not given to anybody else for two years.'],
    ['Nimbril', 'nimbril', 'high', '2026-04-30', 'An account can be closed by telephone on working days between 9 and 11.'],
    ['Quorrel', 'quorrel', 'medium', '2026-02-04', 'You may delete your account but not your answers, which are then shown without a name.'],
    ['Underbough', 'underbough', 'medium', '2026-03-09', 'Trees that others have copied cannot be deleted. We remove your name as their owner.'],
    ['Yarrow Post', 'yarrow-post', 'info', '2026-06-05', 'Close your account with one click in Settings. We write to you when everything has been deleted, which takes a day.'],
  ],
};
