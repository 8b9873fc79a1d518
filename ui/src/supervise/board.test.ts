// The supervisor's side of the window: what a row does, what the pane shows, and that the desk is found as it was left.
import { describe, expect, it } from "vitest";
import { FakeHost, refusal } from "~/api/fakeHost";
import { Desk } from "~/desk/desk.svelte";
import { contact } from "~/gallery/sampleContact";
import { session, snapshot } from "~/gallery/sampleDesk";
import { superviseScenes } from "~/gallery/scenesSupervise";
import { Board } from "./board.svelte";

const scene = superviseScenes["board"];

function setUp(): { host: FakeHost; desk: Desk; board: Board } {
  const host = new FakeHost(snapshot([], []));
  const desk = new Desk(host);
  desk.session = session({ agent: { id: "20090", name: "Sam Hale", supervisor: true } });
  desk.board = scene?.snapshot.board ?? null;
  desk.view.supervising = true;
  return { host, desk, board: new Board(desk) };
}
const rowOf = (board: Board, guid: string) => board.rows.find((row) => row.guid === guid) ?? expect.fail(`no row ${guid}`);

it("observes the most urgent one, then the next one", async () => {
  const { host, desk, board } = setUp();
  host.handlers.observe = ({ guid }) => {
    expect(board.relation(rowOf(board, guid))).toBe("opening");
    desk.contacts = [...desk.contacts, contact(`key-${guid}`, "Maria", { guid, observed: true, part: "observer" })];
    return { contact: `key-${guid}` };
  };
  await board.observeNext();
  await board.observeNext();
  expect(host.of("observe")).toEqual([{ guid: "7301300" }, { guid: "7301311" }]);
  expect(desk.selectedKey).toBe("key-7301311");
  expect(board.relation(rowOf(board, "7301300"))).toBe("observed");
  expect(board.watched).toHaveLength(2);
  expect(board.shown?.guid).toBe("7301311");
});

it("takes the next one from what is shown only", async () => {
  const { host, board } = setUp();
  board.query = "li wei";
  await board.observeNext();
  expect(host.of("observe")).toEqual([{ guid: "7301288" }]);
});

it("gives the row free again when observing is refused, and says why", async () => {
  const { host, desk, board } = setUp();
  host.handlers.observe = () => {
    throw refusal("operation_refused");
  };
  await board.open(rowOf(board, "7301300"));
  expect(board.relation(rowOf(board, "7301300"))).toBe("free");
  expect(desk.failures.map((failure) => failure.error.code)).toEqual(["operation_refused"]);
});

describe("a contact", () => {
  it("stays beside the board after a barge", async () => {
    const { host, desk, board } = setUp();
    host.handlers.observe = () => ({ contact: "maria" });
    await board.open(rowOf(board, "7301300"));
    desk.contacts = [contact("maria", "Maria", { guid: "7301300", observed: false, part: "owner" })];
    expect(board.watched.map((one) => one.key)).toEqual(["maria"]);
    expect(board.relation(rowOf(board, "7301300"))).toBe("taken");
  });
  it("that comes to me later, after I left it, is one of the desk", async () => {
    const { host, desk, board } = setUp();
    host.handlers.observe = () => ({ contact: "maria" });
    await board.open(rowOf(board, "7301300"));
    desk.contacts = [contact("another", "Maria", { guid: "7301300", phase: "offered" })];
    expect(board.watched).toEqual([]);
  });
  it("that was taken over goes to the desk when it is asked to", () => {
    const { desk, board } = setUp();
    const taken = contact("maria", "Maria", { guid: "7301300", observed: true, part: "owner" });
    desk.contacts = [contact("mine", "Ole", { guid: "1" }), taken];
    desk.select("mine");
    const before = board.enter();
    board.toDesk(taken);
    board.leave(before);
    expect(desk.selectedKey).toBe("maria");
    expect(desk.view.supervising).toBe(false);
  });
  it("of my own is shown on the desk", async () => {
    const { host, desk, board } = setUp();
    desk.contacts = [contact("mine", "Ole", { guid: "7301311" })];
    expect(board.relation(rowOf(board, "7301311"))).toBe("own");
    await board.open(rowOf(board, "7301311"));
    expect(desk.selectedKey).toBe("mine");
    expect(desk.view.supervising).toBe(false);
    expect(host.of("observe")).toEqual([]);
  });
});

describe("what stood on the desk", () => {
  const mine = contact("mine", "Ole", { guid: "1" });
  const observed = contact("maria", "Maria", { guid: "7301300", observed: true });

  it("is not looked at while the board is, and is found again", () => {
    const { host, desk, board } = setUp();
    desk.contacts = [mine, observed];
    desk.select("mine");
    const before = board.enter();
    expect(desk.selectedKey).toBe("maria");
    board.putPaneAway();
    expect(host.of("select").at(-1)).toEqual({ contact: null, beside: null });
    board.leave(before);
    expect(desk.selectedKey).toBe("mine");
  });
  it("gives way to what was chosen meanwhile", () => {
    const { desk, board } = setUp();
    const other = contact("other", "Jo", { guid: "2" });
    desk.contacts = [mine, other];
    desk.select("mine");
    const before = board.enter();
    desk.select("other");
    board.leave(before);
    expect(desk.selectedKey).toBe("other");
  });
  it("is left alone when it has gone", () => {
    const { desk, board } = setUp();
    desk.contacts = [mine, observed];
    desk.select("mine");
    const before = board.enter();
    desk.contacts = [observed];
    board.leave(before);
    expect(desk.selectedKey).toBe("maria");
  });
});
