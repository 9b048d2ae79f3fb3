/** One action, many doors: declared once while its screen is open, reached from its button, its key and the palette. */

/** Where a key works. `anywhere` needs a modifier or is no letter; every other scope is a list or page that has focus. */
export type Scope =
  "anywhere" | "leads" | "lead" | "evidence" | "aside" | "record" | "adverts" | "decide" | "network" | "pair" | "reasons";

export interface Action {
  readonly id: string;
  readonly label: string;
  readonly scope: Scope;
  /** As a person reads it: `j`, `?`, `Enter`, `mod+k`. */
  readonly key?: string;
  readonly off?: boolean;
  /** Steps inside a list are keys only; in the palette they would be noise. */
  readonly keyOnly?: boolean;
  readonly perform: () => void;
}

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Write what was pressed the way actions name their key; Alt is left to the browser and the keyboard layout. */
export function named(event: Pressed): string {
  if (event.altKey) return "";
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

export const isLetter = (key: string): boolean => key.length === 1;

export class ActionRegistry {
  private readonly found = new Map<string, Action>();
  private readonly heard = new Set<() => void>();
  private view: readonly Action[] = [];

  /** Put actions in; the answer takes exactly these out again, and leaves a later one of the same id in place. */
  register(actions: readonly Action[]): () => void {
    for (const action of actions) this.found.set(action.id, action);
    this.tell();
    return () => {
      for (const action of actions) if (this.found.get(action.id) === action) this.found.delete(action.id);
      this.tell();
    };
  }

  readonly all = (): readonly Action[] => this.view;

  readonly listen = (told: () => void): (() => void) => {
    this.heard.add(told);
    return () => this.heard.delete(told);
  };

  get(id: string): Action | undefined {
    return this.found.get(id);
  }

  /** The action a key means where focus is: the innermost scope first, `anywhere` last; letters only if not turned off. */
  forKey(key: string, scopes: readonly string[], letters: boolean): Action | undefined {
    if (!key || (isLetter(key) && !letters)) return undefined;
    for (const scope of [...scopes, "anywhere"]) {
      for (const action of this.found.values()) {
        if (action.scope === scope && action.key === key && !action.off) return action;
      }
    }
    return undefined;
  }

  private tell(): void {
    this.view = [...this.found.values()];
    for (const told of this.heard) told();
  }
}

export const registry = new ActionRegistry();
