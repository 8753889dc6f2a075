import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { useEffect, useRef } from "react";

import { init } from "./echarts";

export interface CanvasProps {
  option: EChartsCoreOption;
  /** Data behind the picture is offered as a table too, so the picture itself is one image to assistive technology. */
  label: string;
}

/** Draws one chart and keeps it at its container's size. Loaded lazily: it brings the charting library. */
export default function Canvas({ option, label }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const drawn = init(element, null, { renderer: "canvas" });
    chart.current = drawn;
    const resize = new ResizeObserver(() => {
      drawn.resize();
    });
    resize.observe(element);
    return () => {
      resize.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true, lazyUpdate: true });
  }, [option]);

  return <div ref={place} role="img" aria-label={label} style={{ width: "100%", height: "100%" }} />;
}
