/** How far a pointer has come, in CSS pixels right and down, since this was last asked for the same
 * pointer; nothing at the first time. Safari before 17 has no `movementX` for fingers, and what it
 * counts elsewhere are pixels of the screen, from where a window may have moved. */
export function moves(): (event: PointerEvent) => readonly [number, number] {
  let [id, x, y] = [NaN, 0, 0];
  return ({ pointerId, clientX, clientY }) => {
    const come = pointerId === id ? ([clientX - x, clientY - y] as const) : ([0, 0] as const);
    [id, x, y] = [pointerId, clientX, clientY];
    return come;
  };
}
