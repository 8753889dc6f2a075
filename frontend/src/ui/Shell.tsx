import {
  ActionIcon,
  Anchor,
  Box,
  Container,
  Group,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { messages } from "~/messages";

import { Announcer } from "./Announcer";
import classes from "./Shell.module.css";

/** What every page stands in: a way past the header, the name, the colour switch, and room for the account. */
export function Shell({ account, children }: { account?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.page}>
      <Anchor href="#content" className={classes.skip}>
        {messages.app.skip}
      </Anchor>
      <Box component="header" className={classes.header}>
        <Container size="lg" h="100%">
          <Group justify="space-between" h="100%" wrap="nowrap">
            <Link to="/" className={classes.brand} aria-label={`${messages.app.name}, ${messages.app.home}`}>
              <img src="/favicon.svg" width={28} height={28} alt="" />
              <Text component="span" fw={700} size="lg">
                {messages.app.name}
              </Text>
            </Link>
            <Group gap="sm" wrap="nowrap">
              <SchemeSwitch />
              {account}
            </Group>
          </Group>
        </Container>
      </Box>
      <Container component="main" id="content" tabIndex={-1} size="lg" py="lg" className={classes.main}>
        {children}
      </Container>
      <Announcer />
    </div>
  );
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  return (
    <ActionIcon
      variant="default"
      size={34}
      aria-label={dark ? messages.scheme.toLight : messages.scheme.toDark}
      onClick={() => {
        setColorScheme(dark ? "light" : "dark");
      }}
    >
      {dark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
    </ActionIcon>
  );
}
