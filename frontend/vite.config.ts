import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { precompress } from "./build/precompress.ts";

export default defineConfig(({ command, mode }) => ({
  plugins: [react(), ...(command === "build" && mode === "production" ? [precompress()] : [])],
  resolve: { alias: { "~": fileURLToPath(new URL("src", import.meta.url)) } },
  build: {
    target: "es2022",
    // The first of each with light-dark(), which follows the scheme only when it is left as it is.
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
    modulePreload: { polyfill: false },
    // A data: URL would need an exception in the content security policy.
    assetsInlineLimit: 0,
    // The charting library is one lazy chunk, larger than the warning's limit.
    chunkSizeWarningLimit: 800,
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": { target: process.env.GATEWAY_URL ?? "http://127.0.0.1:8080" } },
  },
  test: { environment: "jsdom", include: ["src/**/*.test.ts"] },
}));
