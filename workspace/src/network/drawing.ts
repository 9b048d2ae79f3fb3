/** How things are drawn on the canvas, in light and dark: the letter of the kind, a ring where more is known, names. */
import type Sigma from "sigma";

type Scheme = "light" | "dark";

export const INK = {
  light: { text: "#1b1a18", paper: "#fdfcfa", line: "#b9b3a6", accent: "#1d4e5f", warn: "#8a5000" },
  dark: { text: "#e9e6df", paper: "#171716", line: "#55534d", accent: "#7fbccb", warn: "#e3ab55" },
} as const;

interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label?: string | null;
}

const FONT = "12px system-ui, sans-serif";

export function drawLabel(context: CanvasRenderingContext2D, data: Drawn, scheme: Scheme): void {
  if (!data.label) return;
  const { text, paper } = INK[scheme];
  context.font = FONT;
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeStyle = paper;
  context.fillStyle = text;
  const at = [data.x + data.size + 4, data.y + 4] as const;
  context.strokeText(data.label, ...at);
  context.fillText(data.label, ...at);
}

export function drawHover(context: CanvasRenderingContext2D, data: Drawn, scheme: Scheme): void {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 5, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = INK[scheme].accent;
  context.stroke();
  drawLabel(context, data, scheme);
}

/** The letter of each kind in its disc; a dotted ring where more is known than drawn, a full one round what is marked, a cross over what is taken out. */
export function drawMarks(canvas: HTMLCanvasElement, drawn: Sigma, scheme: Scheme): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { width, height } = drawn.getDimensions();
  const ratio = canvas.width / Math.max(width, 1);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const ink = INK[scheme];
  context.textAlign = "center";
  context.textBaseline = "middle";
  drawn.getGraph().forEachNode((id) => {
    const data = drawn.getNodeDisplayData(id);
    if (!data) return;
    const own = data as typeof data & { letter?: string; more?: boolean; hub?: boolean; gone?: boolean; held?: boolean };
    const { x, y } = drawn.framedGraphToViewport(data);
    const size = drawn.scaleSize(data.size);
    if (x < -20 || y < -20 || x > width + 20 || y > height + 20) return;
    if (size >= 5) {
      context.font = `600 ${Math.min(14, Math.round(size * 1.15))}px system-ui, sans-serif`;
      context.fillStyle = ink.paper;
      context.fillText(own.letter ?? "", x, y + 0.5);
    }
    if (own.more || own.hub) {
      context.beginPath();
      context.setLineDash(own.hub ? [] : [2, 2]);
      context.lineWidth = own.hub ? 2 : 1;
      context.strokeStyle = own.hub ? ink.warn : ink.text;
      context.arc(x, y, size + 2.5, 0, 2 * Math.PI);
      context.stroke();
      context.setLineDash([]);
    }
    if (own.held) {
      context.beginPath();
      context.lineWidth = 2.5;
      context.strokeStyle = ink.accent;
      context.arc(x, y, size + 4.5, 0, 2 * Math.PI);
      context.stroke();
    }
    if (own.gone) {
      context.lineWidth = 3;
      context.strokeStyle = ink.text;
      context.beginPath();
      context.moveTo(x - size, y - size);
      context.lineTo(x + size, y + size);
      context.moveTo(x + size, y - size);
      context.lineTo(x - size, y + size);
      context.stroke();
    }
  });
}
