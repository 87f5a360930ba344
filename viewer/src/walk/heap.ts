/** A binary heap of cell numbers, cheapest first. */
export class Heap {
  private readonly cells: number[] = [];
  private readonly costs: number[] = [];

  push(cell: number, cost: number): void {
    let i = this.cells.length;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.costs[parent]! <= cost) break;
      this.put(i, this.cells[parent]!, this.costs[parent]!);
      i = parent;
    }
    this.put(i, cell, cost);
  }

  pop(): number | undefined {
    const top = this.cells[0];
    const cell = this.cells.pop();
    const cost = this.costs.pop();
    if (cell === undefined || cost === undefined || this.cells.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.cells.length) break;
      const other = child + 1;
      if (other < this.cells.length && this.costs[other]! < this.costs[child]!) {
        child = other;
      }
      if (this.costs[child]! >= cost) break;
      this.put(i, this.cells[child]!, this.costs[child]!);
      i = child;
    }
    this.put(i, cell, cost);
    return top;
  }

  private put(i: number, cell: number, cost: number): void {
    this.cells[i] = cell;
    this.costs[i] = cost;
  }
}
