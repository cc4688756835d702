// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { router } from '../router';
import { OWN, type Place, placesFor } from './places';

/** Before somebody is in, or only with something in the address. */
const NO_PLACES = ['/sign-in', '/recover', '/welcome', '/invitation'];

const everywhere = (root: boolean): Place[] => Object.values(placesFor(() => true, root)).flat();
const all = [...everywhere(true), ...everywhere(false), ...OWN];
const reached = new Set(all.flatMap(({ to, actions = [] }) => [to, ...actions.map((action) => action.to)]));

describe('the places', () => {
  it('reach every page that needs nothing in its address, so that the palette does', () => {
    const pages = Object.keys(router.routesByPath).filter((path) => !path.includes('$') && !NO_PLACES.includes(path));
    expect(pages.filter((path) => !reached.has(path))).toEqual([]);
  });

  it('lead to pages that are there', () => {
    const known = Object.keys(router.routesByPath);
    // A form of something new is the page of the thing, with a word in the place of its id.
    const there = (to: string) => known.includes(to) || known.includes(to.replace(/\/new$/, '/$id'));
    expect([...reached].filter((to) => !there(to))).toEqual([]);
  });
});
