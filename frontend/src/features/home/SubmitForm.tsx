import { Button, Card, Stack, TextInput, Title } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { type SyntheticEvent, useRef, useState } from "react";

import { Problem } from "~/api/problem";
import { messages } from "~/messages";
import { ProblemAlert } from "~/ui/ProblemAlert";

import { addressProblem } from "./address";
import { useSubmit } from "./useSubmit";

const route = getRouteApi("/member/");

export function SubmitForm() {
  const text = messages.home.submit;
  const proposed = route.useSearch();
  const [address, setAddress] = useState(proposed.url ?? "");
  const [ref, setRef] = useState(proposed.ref ?? "");
  const [slip, setSlip] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const { mutate, error, isPending, reset } = useSubmit();

  const refused = error instanceof Problem ? error : undefined;
  const atAddress = slip ?? refused?.field("repo_url");
  const atRef = refused?.field("ref");

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const found = addressProblem(address);
    setSlip(found);
    if (found !== undefined) {
      field.current?.focus();
      return;
    }
    mutate({ repoUrl: address.trim(), ...(ref.trim() === "" ? {} : { ref: ref.trim() }) });
  };

  return (
    <Card withBorder padding="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Title order={2} size="h3">
            {text.title}
          </Title>
          <TextInput
            ref={field}
            label={text.url}
            description={text.urlHint}
            placeholder={text.urlExample}
            type="url"
            inputMode="url"
            autoComplete="url"
            spellCheck={false}
            required
            value={address}
            error={atAddress}
            onChange={(event) => {
              setAddress(event.currentTarget.value);
              setSlip(undefined);
              if (error) reset();
            }}
            onBlur={() => {
              if (address !== "") setSlip(addressProblem(address));
            }}
          />
          <TextInput
            label={text.ref}
            description={text.refHint}
            autoComplete="off"
            spellCheck={false}
            value={ref}
            error={atRef}
            onChange={(event) => {
              setRef(event.currentTarget.value);
              if (error) reset();
            }}
          />
          {error && atAddress === undefined && atRef === undefined && <ProblemAlert error={error} />}
          <Button
            type="submit"
            loading={isPending}
            leftSection={<IconPlayerPlay size={18} aria-hidden />}
            style={{ alignSelf: "flex-start" }}
          >
            {text.button}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
