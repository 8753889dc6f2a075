import { Avatar, Menu, Text, UnstyledButton } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";

import { signOut } from "~/api/session";
import type { User } from "~/api/types";
import { messages } from "~/messages";

export function AccountMenu({ user }: { user: User }) {
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton aria-label={messages.account.menu(user.login)}>
          <Avatar src={user.avatar_url} size={34} alt="" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} size="sm" c="var(--mantine-color-text)">
            {user.name ?? user.login}
          </Text>
          <Text size="xs" c="dimmed">
            {user.login}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {messages.account.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
