import type { TestArticle } from '../../codesets/coverage-articles/coverage-files.ts';

const alone = (codes: readonly string[]) => ({ 1: { codes } });

/** What Medicare covers in Ohio, invented: official codes, made-up policies. */
export const articles: readonly TestArticle[] = [
  {
    id: 90001,
    title: 'Vitamin D assay',
    from: '2024-01-01',
    procedures: { 1: ['82306'] },
    covered: alone(['E55.9', 'M81.0', 'N18.30', 'N18.4']),
  },
  {
    id: 90002,
    title: 'Debridement of mycotic nails',
    from: '2024-01-01',
    procedures: { 1: ['11720', '11721'] },
    covered: {
      1: { codes: ['B35.1', 'L60.2'], paragraph: 'Primary Diagnosis:' },
      2: { codes: ['M79.674', 'M79.675', 'E11.42', 'E11.51', 'I73.9'], paragraph: 'Secondary Diagnosis:' },
    },
  },
  {
    id: 90003,
    title: 'Imaging of the optic nerve',
    from: '2025-01-01',
    procedures: { 1: ['92133'] },
    covered: alone(['H40.1131', 'H40.1121', 'H40.1111', 'H40.011']),
  },
  {
    id: 90004,
    title: 'Intravitreal aflibercept',
    from: '2025-01-01',
    procedures: { 1: ['67028', 'J0178'] },
    covered: alone(['H35.3211', 'H35.3221', 'H35.3231']),
  },
  {
    id: 90005,
    title: 'Transthoracic echocardiography',
    from: '2023-01-01',
    procedures: { 1: ['93306'] },
    covered: alone(['I35.0', 'I34.0', 'I50.22', 'R01.1']),
  },
  {
    id: 90006,
    title: 'Removal of benign skin lesions',
    from: '2023-01-01',
    procedures: { 1: ['17110', '17111'] },
    covered: alone(['L82.0', 'B07.0', 'B07.8']),
  },
  {
    id: 90007,
    title: 'Sleep studies',
    from: '2023-01-01',
    procedures: { 1: ['95810', '95811'] },
    covered: alone(['G47.33']),
  },
];
