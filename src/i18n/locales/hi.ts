import type { Messages } from '../messages.js';

export const messages: Messages = {
  locale: 'hi',
  colon: ': ',
  severity: 'गंभीरता',
  confidence: 'विश्वास का स्तर',
  basis: 'आधार',
  untitled: 'प्रावधान',
  why: 'यह क्यों अहम है',
  impact: 'आपके लिए इसका मतलब',
  clause: 'दस्तावेज़ में क्या लिखा है',
  comparison: 'दूसरे प्लेटफ़ॉर्म क्या करते हैं',
  unnamedPlatform: 'बेनाम प्लेटफ़ॉर्म',
  excerptCut: 'अंश छोटा किया गया',
  weakMatch: 'केवल मोटे तौर पर मेल',
  rowsShown: (shown, total) => `${total.n} में से ${shown.n} दिखाए गए`,
  platforms: ({ n, plural }, total) =>
    total
      ? total.plural({
          one: `${total.n} प्लेटफ़ॉर्म में से ${n}`,
          other: `${total.n} प्लेटफ़ॉर्म में से ${n}`,
        })
      : plural({ one: `${n} प्लेटफ़ॉर्म`, other: `${n} प्लेटफ़ॉर्म` }),
  allRows: (count) => (count ? `सभी ${count.n} प्लेटफ़ॉर्म दिखाएँ` : 'सभी प्लेटफ़ॉर्म दिखाएँ'),
  captured: (date) => `सहेजने की तारीख: ${date}`,
  lastUpdated: (date) => `दस्तावेज़ पिछली बार बदला गया: ${date}`,
  from: (source) => `स्रोत: ${source}`,
  analysisBy: (names) => `विश्लेषण: ${names}`,
  dataFrom: (source) => `डेटा: ${source}`,
  record: (id) => `रिकॉर्ड ${id}`,
  fullRecord: 'स्थायी लिंक',
  corrected: 'यह रिकॉर्ड सुधारा गया है।',
  withdrawn: 'यह रिकॉर्ड वापस ले लिया गया है।',
  note: 'संपादकीय टिप्पणी',
  methodology: 'रेटिंग कैसे तय होती है',
  showRecord: 'पूरा रिकॉर्ड दिखाएँ',
  cite: 'उद्धृत करें',
  share: 'साझा करें',
  print: 'प्रिंट करें',
  verify: 'साक्ष्य जाँचें',
  failed: 'यह नहीं हो सका।',
  showAll: 'सब दिखाएँ',
  showLess: 'कम दिखाएँ',
  readClause: 'पूरा खंड पढ़ें',
  excerpt: 'अंश',
  unavailable: 'यह रिकॉर्ड लोड नहीं हो सका।',
  openSource: 'स्रोत खोलें',
  source: 'दस्तावेज़ में देखें',
  archivedCopy: 'संग्रहित प्रति',
  unchecked: 'प्रकाशन के बाद के बदलावों की जाँच नहीं हुई',
};

export const loadMore = () => import('./hi-more.js');
