/** model-viewer as it is published, and its style as a text: see `vite.model-viewer.ts`. */
declare module '@google/model-viewer/dist/model-viewer.min.js' {
  export const style: string;
}
