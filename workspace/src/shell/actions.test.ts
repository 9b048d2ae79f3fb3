import { describe, expect, it } from "vitest";
import { type Action, ActionRegistry, named } from "./actions";

const noop = () => undefined;
const action = (change: Partial<Action>): Action => ({
  id: "x",
  label: "X",
  scope: "anywhere",
  perform: noop,
  ...change,
});
const pressed = (key: string, change = {}) => named({ key, ctrlKey: false, metaKey: false, altKey: false, ...change });

describe("the action registry", () => {
  it("an action is reached by its id and gone once its screen is", () => {
    const registry = new ActionRegistry();
    const leave = registry.register([action({ id: "lead.accept" })]);
    expect(registry.get("lead.accept")?.label).toBe("X");
    leave();
    expect(registry.get("lead.accept")).toBeUndefined();
    expect(registry.all()).toEqual([]);
  });

  it("leaving a screen does not take the same action of the next screen along", () => {
    const registry = new ActionRegistry();
    const first = registry.register([action({ id: "lead.accept", label: "first" })]);
    registry.register([action({ id: "lead.accept", label: "second" })]);
    first();
    expect(registry.get("lead.accept")?.label).toBe("second");
  });

  it("the innermost scope in focus has the key, then anywhere", () => {
    const registry = new ActionRegistry();
    registry.register([
      action({ id: "far", key: "j", scope: "anywhere" }),
      action({ id: "near", key: "j", scope: "leads" }),
    ]);
    expect(registry.forKey("j", ["leads"], true)?.id).toBe("near");
    expect(registry.forKey("j", ["record"], true)?.id).toBe("far");
  });

  it("a letter means nothing outside its list, nor once letters are turned off", () => {
    const registry = new ActionRegistry();
    registry.register([action({ id: "accept", key: "a", scope: "decide" }), action({ id: "find", key: "mod+k" })]);
    expect(registry.forKey("a", [], true)).toBeUndefined();
    expect(registry.forKey("a", ["decide"], false)).toBeUndefined();
    expect(registry.forKey("mod+k", [], false)?.id).toBe("find");
  });

  it("what cannot be done now has no key", () => {
    const registry = new ActionRegistry();
    registry.register([action({ id: "undo", key: "u", scope: "decide", off: true })]);
    expect(registry.forKey("u", ["decide"], true)).toBeUndefined();
  });

  it("who listens is told of every change and sees a new list", () => {
    const registry = new ActionRegistry();
    const seen: number[] = [];
    const stop = registry.listen(() => seen.push(registry.all().length));
    registry.register([action({ id: "a" }), action({ id: "b" })]);
    stop();
    registry.register([action({ id: "c" })]);
    expect(seen).toEqual([2]);
  });
});

describe("keys as pressed", () => {
  it("Ctrl and ⌘ are one, Alt is left to the browser, case does not count", () => {
    expect(pressed("k", { ctrlKey: true })).toBe("mod+k");
    expect(pressed("K", { metaKey: true })).toBe("mod+k");
    expect(pressed("j", { altKey: true })).toBe("");
    expect(pressed("J")).toBe("j");
    expect(pressed("ArrowDown")).toBe("ArrowDown");
  });
});
