import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const coding = join(root, 'functions', 'coding');
const page = readFileSync(join(root, 'docs', 'coding-engine.md'), 'utf8');

const quoted = (text = ''): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** The table of the page: each room with what it may know. The conductor's own may know all. */
const knows = page
  .slice(page.indexOf('| room |'), page.indexOf('## How it reads'))
  .split('\n')
  .map((row) => row.split('|'))
  .flatMap(([, rooms, , known]) => quoted(rooms).map((room) => ({ room, known: quoted(known) })))
  .filter(({ room }) => room !== 'functions/coding');

/** The room of a module below functions/coding; one of the conductor's stands for itself. */
const roomOf = (path: string): string => (path.split('/')[0] ?? path).replace(/\.ts$/, '');

const modulesOf = (room: string): readonly string[] => globSync(`${room}/**/*.ts`, { cwd: coding });

/** What a module imports of the engine, types too. */
const importsOf = (path: string): readonly string[] =>
  [...readFileSync(join(coding, path), 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)]
    .map(([, target = '']) => normalize(join(dirname(path), target)))
    .filter((target) => !target.startsWith('..'));

describe('the rooms of the coding engine', () => {
  it('are all in the table of its page', () => {
    const rooms = globSync('*/*.ts', { cwd: coding }).map(roomOf);
    expect(knows.map(({ room }) => room).toSorted()).toEqual([...new Set(rooms)].toSorted());
  });

  it.each(knows)('$room knows nothing of the engine but $known', ({ room, known }) => {
    const strangers = modulesOf(room).flatMap((path) =>
      importsOf(path)
        .filter((target) => ![room, ...known].includes(roomOf(target)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(strangers).toEqual([]);
  });

  it('form no circle', () => {
    const closed = new Set(['suggestions']);
    for (let before = -1; before !== closed.size; ) {
      before = closed.size;
      for (const { room, known } of knows) if (known.every((one) => closed.has(one))) closed.add(room);
    }
    expect(knows.filter(({ room }) => !closed.has(room))).toEqual([]);
  });

  it('have the modules that the page names', () => {
    const rooms = new Set(knows.map(({ room }) => room));
    const named = quoted(page).filter((name) => name.includes('/') && rooms.has(roomOf(name)));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !existsSync(join(coding, `${name}.ts`)))).toEqual([]);
  });
});
