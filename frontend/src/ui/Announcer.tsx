import { VisuallyHidden } from "@mantine/core";
import { useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** Tells assistive technology which page has opened; a browser only does so for full page loads. */
export function Announcer() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const [title, setTitle] = useState("");
  useEffect(() => {
    // The new page sets its title in an effect of its own.
    const timer = setTimeout(() => {
      setTitle(document.title);
    }, 100);
    return () => {
      clearTimeout(timer);
    };
  }, [path]);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {title}
    </VisuallyHidden>
  );
}
