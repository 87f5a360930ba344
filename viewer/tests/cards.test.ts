import { describe, expect, it } from 'vitest';
import { isPage, movedTo } from '../src/pages/cards';

const FOLDER = 'https://fair.example/2026/en/';
const PAGE = `${FOLDER}products/old/`;

describe('the pages whose cards are read', () => {
  it.each(['exhibitors/abb/', 'products/vmc-500/', 'products/~6570~.x/'])('%s', (address) => {
    expect(isPage(address)).toBe(true);
  });

  it.each([
    'exhibitors/',
    'products/../../secret/',
    'products/../',
    'halls/1/',
    'products/a/b/',
    'https://evil.example/products/a/',
    'products/a/?x=1',
    '//evil.example/',
  ])('and none that a strange link may name: %s', (address) => {
    expect(isPage(address)).toBe(false);
  });
});

describe('a page that has moved', () => {
  it.each([
    ['0; url=../../../en/products/new/', 'products/new/'],
    ['0;URL=../new/', 'products/new/'],
    ['5', undefined],
    ['', undefined],
    ['0; url=../../../zh/products/new/', undefined],
    ['0; url=https://evil.example/en/products/new/', undefined],
    ['0; url=../../../../en/products/new/', undefined],
  ])('%s leads to %s', (refresh, address) => {
    expect(movedTo(refresh, PAGE, FOLDER)).toBe(address);
  });
});
