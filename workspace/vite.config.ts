/** How the workspace is built: into the package the API serves, every file local, nothing inline. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const desk = process.env.PALERMO_DESK ?? "http://127.0.0.1:8765";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  build: {
    outDir: "../src/palermo/api/static",
    emptyOutDir: true,
    // Data addresses would need img-src data: and style sources the policy does not grant.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { "/api": desk } },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
