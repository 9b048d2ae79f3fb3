/** The drawing itself: things as marked discs, links as lines, laid out in a worker; what is on it is also in the list beside. */
import { useComputedColorScheme } from "@mantine/core";
import Graph from "graphology";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import Sigma from "sigma";
import type { ChartView } from "@/api/types";
import { FLEETING, hasMore, linkKey, markOf, nameOf, neighbours, type Place, placed, type Point, short, within } from "./chart";
import { drawHover, drawLabel, drawMarks, INK } from "./drawing";
import { Lasso } from "./Lasso";
import type { Laid, ToLay } from "./layout.worker";

interface Props {
  readonly chart: ChartView;
  /** Where things lie; the drawing writes it. */
  readonly known: RefObject<Map<string, Place>>;
  readonly picked: string;
  readonly link: string;
  readonly out: readonly string[];
  readonly marked: readonly string[];
  readonly mark: (ids: readonly string[]) => void;
  readonly way: ReadonlySet<string>;
  readonly pick: (id: string) => void;
  readonly pickLink: (key: string) => void;
  readonly open: (id: string) => void;
  readonly label: string;
}

export function ChartCanvas(props: Props) {
  const { chart, known, picked, link, out, marked, mark, way, pick, pickLink, open, label } = props;
  const { t } = useTranslation();
  const scheme = useComputedColorScheme("light");
  const box = useRef<HTMLDivElement>(null);
  const sigma = useRef<Sigma | null>(null);
  const state = useRef({ picked, link, out: new Set(out), marked: new Set(marked), way, scheme });
  const calls = useRef({ pick, pickLink, open });
  const [fails, setFails] = useState(false);
  const [lasso, setLasso] = useState(false);

  useEffect(() => {
    calls.current = { pick, pickLink, open };
  });

  useEffect(() => {
    const holder = box.current;
    if (!holder) return;
    const graph = new Graph({ multi: true, type: "mixed" });
    let drawn: Sigma;
    try {
      drawn = new Sigma(graph, holder, {
        allowInvalidContainer: true,
        enableEdgeEvents: true,
        defaultEdgeType: "line",
        labelDensity: 0.6,
        labelGridCellSize: 110,
        labelRenderedSizeThreshold: 9.5,
        labelFont: "system-ui, sans-serif",
        labelSize: 12,
        minEdgeThickness: 1,
        zIndex: true,
        stagePadding: 40,
        defaultDrawNodeLabel: (context, data) => drawLabel(context, data, state.current.scheme),
        defaultDrawNodeHover: (context, data) => drawHover(context, data, state.current.scheme),
        nodeReducer: (id, data) => {
          const { picked: one, out: gone, marked: some, way: path } = state.current;
          const on = id === one || path.has(id);
          return { ...data, held: some.has(id), highlighted: id === one, forceLabel: on, zIndex: on ? 2 : 1, gone: gone.has(id), on };
        },
        edgeReducer: (key, data) => {
          const { link: one, picked: node, way: path, scheme: light } = state.current;
          const [a, b] = graph.extremities(key);
          const on = key === one || (path.has(a) && path.has(b));
          const beside = node !== "" && (a === node || b === node);
          const ink = INK[light];
          return { ...data, color: on ? ink.accent : beside ? ink.text : ink.line, size: on ? 4 : data.size, zIndex: on ? 2 : 0 };
        },
      });
    } catch {
      setFails(true);
      return;
    }
    sigma.current = drawn;
    drawn.createCanvasContext("marks");
    drawn.resize(true);
    const marks = holder.querySelector<HTMLCanvasElement>("canvas.sigma-marks");
    drawn.on("afterRender", () => marks && drawMarks(marks, drawn, state.current.scheme));
    drawn.on("clickNode", ({ node }) => calls.current.pick(node));
    drawn.on("doubleClickNode", (event) => {
      event.preventSigmaDefault();
      calls.current.open(event.node);
    });
    drawn.on("clickEdge", ({ edge }) => calls.current.pickLink(edge));
    drawn.on("clickStage", () => calls.current.pick(""));
    const drag = dragging(drawn, known.current);
    return () => {
      drag();
      drawn.kill();
      sigma.current = null;
    };
  }, [known]);

  useEffect(() => {
    const drawn = sigma.current;
    if (!drawn) return;
    const graph = drawn.getGraph();
    fill(graph, chart, known.current, scheme);
    state.current = { ...state.current, scheme };
    drawn.refresh();
    return layOut(chart, known.current, graph, drawn);
  }, [chart, known, scheme]);

  useEffect(() => {
    state.current = { picked, link, out: new Set(out), marked: new Set(marked), way, scheme };
    sigma.current?.refresh({ skipIndexation: true });
  }, [picked, link, out, marked, way, scheme]);

  const close = (line: readonly Point[]) => {
    const drawn = sigma.current;
    setLasso(false);
    if (!drawn) return;
    const held = drawn.getGraph().filterNodes((id) => {
      const data = drawn.getNodeDisplayData(id);
      if (!data) return false;
      const { x, y } = drawn.framedGraphToViewport(data);
      return within(line, [x, y]);
    });
    if (held.length > 0) mark(held);
  };

  return (
    <figure className="chart" data-testid="chart">
      {fails && <p className="clock">{t("net.noDrawing")}</p>}
      <div ref={box} className="chart-box" role="img" aria-label={label} hidden={fails} />
      {lasso && <Lasso closed={close} />}
      <div className="chart-zoom">
        <button type="button" onClick={() => setLasso(!lasso)} aria-pressed={lasso} aria-label={t("net.lasso")} title={t("net.lasso")} data-testid="lasso-on">
          ◌
        </button>
        <button type="button" onClick={() => void sigma.current?.getCamera().animatedZoom({ duration: 100 })} aria-label={t("net.closer")}>
          +
        </button>
        <button type="button" onClick={() => void sigma.current?.getCamera().animatedUnzoom({ duration: 100 })} aria-label={t("net.farther")}>
          −
        </button>
        <button type="button" onClick={() => void sigma.current?.getCamera().animatedReset({ duration: 100 })} aria-label={t("net.all")}>
          ⤢
        </button>
      </div>
    </figure>
  );
}

/** Bring the drawing's graph to what is to be drawn, keeping what is there. */
function fill(graph: Graph, chart: ChartView, known: Map<string, Place>, scheme: "light" | "dark"): void {
  const wanted = new Set(chart.nodes.map((node) => node.id));
  graph.filterNodes((id) => !wanted.has(id)).forEach((id) => graph.dropNode(id));
  graph.clearEdges();
  const near = neighbours(chart.links);
  const places = placed(chart, known);
  for (const node of chart.nodes) {
    const [letter, light, dark] = markOf(node.kind);
    const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
    const many = Math.sqrt(near.get(node.id)?.size ?? 0);
    const size = FLEETING.includes(node.kind) ? 6 + Math.min(3, many / 2) : 9 + Math.min(7, 1.5 * many);
    const color = scheme === "dark" ? dark : light;
    graph.mergeNode(node.id, { x, y, size, color, label: short(nameOf(node.id)), letter, more: hasMore(node), hub: node.hub !== "" });
  }
  for (const link of chart.links) {
    const size = 1 + Math.min(3, Math.log2(1 + link.rows) / 2);
    const add = link.directed ? graph.addDirectedEdgeWithKey : graph.addUndirectedEdgeWithKey;
    add.call(graph, linkKey(link), link.a, link.b, { size, type: link.directed ? "arrow" : "line" });
  }
}

/** Lay out what has no place yet; the answer of a layout that is no longer wanted is dropped. */
function layOut(chart: ChartView, known: Map<string, Place>, graph: Graph, drawn: Sigma): (() => void) | undefined {
  const fresh = chart.nodes.filter((node) => !known.has(node.id));
  if (fresh.length === 0) return undefined;
  const all = fresh.length === chart.nodes.length;
  const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Laid>) => {
    for (const [id, x, y] of data.places) {
      known.set(id, { x, y });
      if (graph.hasNode(id)) graph.mergeNodeAttributes(id, { x, y });
    }
    drawn.refresh();
    worker.terminate();
  };
  const nodes = chart.nodes.map(({ id }) => ({
    id,
    x: graph.getNodeAttribute(id, "x") as number,
    y: graph.getNodeAttribute(id, "y") as number,
    fixed: !all && known.has(id),
  }));
  worker.postMessage({ turn: 0, nodes, links: chart.links.map(({ a, b }) => [a, b] as const) } satisfies ToLay);
  return () => worker.terminate();
}

/** Let a thing be dragged; it stays where it is put. */
function dragging(drawn: Sigma, known: Map<string, Place>): () => void {
  let held = "";
  const move = (event: { x: number; y: number; preventSigmaDefault: () => void }) => {
    if (!held) return;
    const { x, y } = drawn.viewportToGraph(event);
    drawn.getGraph().mergeNodeAttributes(held, { x, y });
    known.set(held, { x, y });
    event.preventSigmaDefault();
  };
  const drop = () => {
    held = "";
  };
  drawn.on("downNode", ({ node }) => {
    held = node;
    if (!drawn.getCustomBBox()) drawn.setCustomBBox(drawn.getBBox());
  });
  const mouse = drawn.getMouseCaptor();
  mouse.on("mousemovebody", move);
  mouse.on("mouseup", drop);
  return () => {
    mouse.off("mousemovebody", move);
    mouse.off("mouseup", drop);
  };
}
