/** What the sheets were called when last heard of; events name them by id. */
export class SheetNames {
  private readonly byId = new Map<string, string>();

  learn(sheets: Iterable<{ readonly id: string; readonly name: string }>): void {
    for (const { id, name } of sheets) this.byId.set(id, name);
  }

  /** Null for a sheet that nobody has read yet. */
  nameOf(id: string): string | null {
    return this.byId.get(id) ?? null;
  }
}
