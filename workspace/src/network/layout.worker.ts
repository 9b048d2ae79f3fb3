/** Lays a chart out away from the screen: what has a place keeps it, only what is new moves. */
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

export interface ToLay {
  readonly turn: number;
  readonly nodes: readonly { id: string; x: number; y: number; fixed: boolean }[];
  readonly links: readonly (readonly [string, string])[];
}

export interface Laid {
  readonly turn: number;
  readonly places: readonly (readonly [string, number, number])[];
}

onmessage = (event: MessageEvent<ToLay>) => {
  const { turn, nodes, links } = event.data;
  const graph = new Graph({ multi: false, type: "undirected" });
  for (const { id, x, y, fixed } of nodes) graph.addNode(id, { x, y, fixed });
  for (const [a, b] of links) if (!graph.hasEdge(a, b)) graph.addEdge(a, b);
  const settings = { ...forceAtlas2.inferSettings(graph), adjustSizes: false, gravity: 0.6, scalingRatio: 6, strongGravityMode: false };
  forceAtlas2.assign(graph, { iterations: nodes.length > 600 ? 120 : 400, settings });
  const places = graph.mapNodes((id, at) => [id, at.x as number, at.y as number] as const);
  postMessage({ turn, places } satisfies Laid);
};
