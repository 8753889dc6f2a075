export interface paths {
  "/api/v1/auth/providers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where people can sign in
     * @description The default first.
     */
    get: operations["listProviders"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/auth/github": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Begin to sign in with GitHub
     * @description Send the browser here. A program follows the redirects itself, keeping cookies.
     *
     *     Without `private` the least is asked for that tells who somebody is. Sign in again with it when private
     *     repositories are wanted: the grant is then a wider one, and a later sign-in without it takes nothing away.
     */
    get: operations["startSignIn"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/auth/gitea": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Begin to sign in with Gitea or Forgejo
     * @description As with GitHub; 422 where this installation has no Gitea.
     */
    get: operations["startSignInGitea"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/auth/callback": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Complete the sign-in
     * @description Exchanges the provider's code and state. Needs the cookie that `GET auth/github` set in this browser.
     *
     *     A session that this browser had is ended: the new one takes its place.
     */
    post: operations["completeSignIn"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/auth/refresh": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get a new access token
     * @description A refresh token works once: the answer carries its successor, the way the old one came.
     *
     *     Using an old one again revokes the session.
     */
    post: operations["refreshSession"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/auth/logout": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign out
     * @description Revokes the session of the refresh token, in its cookie or in the body. Without one there is nothing to do.
     */
    post: operations["signOut"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/auth/me": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who am I?
     * @description The user of the access token.
     */
    get: operations["getCurrentUser"];
    put?: never;
    post?: never;
    /**
     * Leave
     * @description Ends every session and token, destroys what is kept of the provider's tokens, and has all analyses of this user
     *     erased. It cannot be undone; signing in again makes a new user.
     */
    delete: operations["deleteCurrentUser"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/auth/me/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All that is kept of me
     * @description As one JSON document, secrets aside. Reports are at `GET analysis/{job_id}/result`.
     */
    get: operations["exportCurrentUser"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/auth/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where I am signed in
     * @description Each browser or program that signed in, with what it says it is.
     */
    get: operations["listSessions"];
    put?: never;
    post?: never;
    /**
     * Sign out everywhere else
     * @description All sessions but this one.
     */
    delete: operations["revokeOtherSessions"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/auth/sessions/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Sign out elsewhere
     * @description Its access tokens are refused within a second, everywhere.
     */
    delete: operations["revokeSession"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/auth/tokens": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * My API tokens
     * @description With their last use; not the tokens themselves.
     */
    get: operations["listApiTokens"];
    put?: never;
    /**
     * Make a personal API token
     * @description For programs, in the `Authorization` header of everything here. It is shown this once, and kept as a hash.
     */
    post: operations["createApiToken"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/auth/tokens/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Make an API token void
     * @description It is refused within a second, everywhere.
     */
    delete: operations["revokeApiToken"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/auth/audit": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was done with my account
     * @description Sign-ins, revocations, tokens, credentials handed to analyses: nobody can change what is written here.
     */
    get: operations["listAuditEntries"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/repositories/available": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Repositories you can read at the provider
     * @description Your own, your organisations' and those you collaborate on, as far as your sign-in allows.
     */
    get: operations["listAvailableRepositories"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/organizations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Organisations that you follow
     * @description `POST /api/v1/analysis/organization` with `follow` begins it. They are looked at about once an hour.
     */
    get: operations["listOrganizations"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/organizations/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Follow an organisation no more
     * @description What it brought stays followed.
     */
    delete: operations["unfollowOrganization"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/analysis/compare": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Two repositories side by side
     * @description Figures of both, and what they have in common: languages, people, dependencies. What makes the figures
     *     incomparable stands first, in `caveats`.
     */
    get: operations["compareRepositories"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/repositories/{repository_id}/compare": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What changed in a repository
     * @description What changed from `base` to `head`, and why its figures moved: who came to know files, who left, which packages
     *     came. What makes figures differ although nothing in the repository did (options, another version of the engine)
     *     stands first, in `caveats`.
     */
    get: operations["compareAnalyses"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/analysis": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Your analyses, newest first
     * @description One page.
     */
    get: operations["listAnalyses"];
    put?: never;
    /**
     * Analyse a repository
     * @description Follow it at `GET /api/v1/analysis/{job_id}/events`.
     */
    post: operations["submitAnalysis"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/analysis/{job_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where an analysis stands
     * @description Its state, progress and error.
     */
    get: operations["getAnalysis"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/analysis/{job_id}/cancel": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stop an analysis
     * @description A running attempt is told to stop: the state is CANCELLED once it has. An analysis that has ended: 409.
     */
    post: operations["cancelAnalysis"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/analysis/{job_id}/retry": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Try again
     * @description A new attempt of an analysis that failed, expired or was cancelled; 409 otherwise.
     */
    post: operations["retryAnalysis"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/analysis/{job_id}/result": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The report
     * @description Every section that is ready: a partial report while the analysis runs, the whole one once it has completed.
     */
    get: operations["getReport"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/analysis/{job_id}/result/{section}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One section of the report
     * @description Its `ETag` is the SHA-256 of its content, so it never changes once the analysis has completed.
     */
    get: operations["getReportSection"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/analysis/{job_id}/events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Live events, or the history
     * @description `section` tells that a section is ready, `state` every other event of the history, `progress` where the work
     *     stands (without an id: it is not history). A comment comes every 15 seconds. The stream also ends when the access
     *     token expires and when the server is replaced: go on with `Last-Event-ID` until `job.status` is final.
     */
    get: operations["followAnalysis"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/analysis/batch": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Analyse several repositories
     * @description Each is accepted or refused on its own, as by `POST /api/v1/analysis`; the answer is 200 whatever became of them.
     *     One that is under way is not begun again. `dry_run` tells what would become of each.
     */
    post: operations["submitAnalyses"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/analysis/organization": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Analyse an organisation's repositories
     * @description Those that you can read at the provider, up to 1,000. Left out, unless you say otherwise: archived ones, forks,
     *     empty ones, and those to which nothing was pushed since their last analysis. `dry_run` tells what would become of
     *     each, and why not.
     */
    post: operations["submitOrganization"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/analysis/{job_id}/export/{format}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The report as a file
     * @description `json` is the whole report, `csv` and `parquet` are its tables, `cyclonedx` (1.6) and `spdx` (2.3) bills of
     *     materials of the commit, `html` is one page that opens offline and prints well. In CSV an apostrophe stands before
     *     a text that a spreadsheet would take for a formula.
     */
    get: operations["exportReport"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/shares": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What you share
     * @description Newest first, without secrets.
     */
    get: operations["listShares"];
    put?: never;
    /**
     * Share a report
     * @description Whoever has the secret can read the chosen sections, until it expires or is revoked. It is told here only.
     */
    post: operations["createShare"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/shares/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Share no longer
     * @description From now on its secret gives nothing.
     */
    delete: operations["revokeShare"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/shared": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a share gives to read
     * @description 404 alike for a secret that is unknown, revoked or expired.
     */
    get: operations["getSharedReport"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/shared/export/{format}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The shared report as a file
     * @description As `GET /api/v1/analysis/{job_id}/export/{format}`, of the shared sections only: without what the owner said
     *     about people, and without e-mail addresses unless they are shared too.
     */
    get: operations["exportSharedReport"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/badges": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Your badges
     * @description Newest first, without keys.
     */
    get: operations["listBadges"];
    put?: never;
    /**
     * Make badges
     * @description Nothing of any repository is shown as a badge unless its owner makes one. The address holds a key that cannot be
     *     guessed; whoever has it can see the chosen figures, and nothing else, until the key is revoked.
     */
    post: operations["createBadges"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/badges/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Show no longer
     * @description From now on the addresses of the key answer 404; caches may show what they have for five minutes.
     */
    delete: operations["revokeBadges"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/badges/{key}/{figure}.svg": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A badge
     * @description 404 alike for a key that is unknown or revoked, and for a figure that was not chosen.
     */
    get: operations["getBadge"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/admin/users": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Everybody who signed in
     * @description In no order that means anything.
     */
    get: operations["listUsers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/admin/users/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Make somebody an administrator, or no longer
     * @description Access tokens issued before must be refreshed, so that it holds at once. The last administrator stays one.
     */
    patch: operations["changeUserRole"];
    trace?: never;
  };
  "/api/v1/admin/users/{id}/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Sign somebody out everywhere
     * @description Their API tokens stay.
     */
    delete: operations["revokeUserSessions"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/admin/audit": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was done with everybody's accounts
     * @description The whole audit log.
     */
    get: operations["listAllAuditEntries"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/admin/analysis": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Everybody's analyses
     * @description Where they stand, not what they found: reports are their owners' alone.
     */
    get: operations["listAllAnalyses"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/admin/dead-letters": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Messages that nobody could handle
     * @description Oldest first, without what they say.
     */
    get: operations["listDeadLetters"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/admin/dead-letters/{sequence}/redrive": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have one handled again
     * @description It stays where it is if that fails.
     */
    post: operations["redriveDeadLetter"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/admin/settings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How this installation is set up
     * @description Settings that are no secret.
     */
    get: operations["getSettings"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/healthz": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Is the process alive?
     * @description Answers whenever the process runs, whatever the services behind it do.
     */
    get: operations["getHealth"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/readyz": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * May traffic be sent here?
     * @description Asks auth and jobs, with a short deadline. What is missing is named in `errors`.
     */
    get: operations["getReadiness"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * AnalysisOptions
     * @description How to analyse, beyond what.
     * @example {
     *       "runner": "nats"
     *     }
     */
    AnalysisOptions: {
      /**
       * Runner
       * @description Who runs the analysis: analyzer pods or AWS Batch. Null: the platform's choice.
       */
      runner?: ("nats" | "batch") | null;
      /**
       * Ignore Revs
       * @description Lines of the commits in `.git-blame-ignore-revs` belong to whoever had them before.
       * @default false
       */
      ignore_revs?: boolean;
      /**
       * Exclude
       * @description Files that do not count either: patterns in the form of `.gitignore`.
       * @example [
       *       "docs/",
       *       "*.snap"
       *     ]
       */
      exclude?: string[];
      /**
       * Mailmap
       * @description Who is one person, in the form of `.mailmap`; outweighs the repository's own.
       * @default
       * @example Ada Lovelace <ada@example.org> <ada@home.example>
       */
      mailmap?: string;
      /**
       * Kinds
       * @description What people are, by id, e-mail address, login or name; outweighs what is told by the name.
       * @example {
       *       "ci@example.org": "bot"
       *     }
       */
      kinds?: {
        [key: string]: "human" | "bot" | "agent";
      };
    };
    /**
     * ApiToken
     * @description A personal API token, without the token itself.
     * @example {
     *       "created_at": "2026-11-25T09:30:00Z",
     *       "expires_at": "2027-02-23T09:30:00Z",
     *       "hint": "gst_4Kx9",
     *       "id": "0198c5a2-9c44-7d01-8b1e-0c9a5f1d2e3f",
     *       "name": "nightly build",
     *       "scopes": [
     *         "read",
     *         "write"
     *       ]
     *     }
     */
    ApiToken: {
      /** Id */
      id: string;
      /** Name */
      name: string;
      /** Scopes */
      scopes: ("read" | "write" | "admin")[];
      /**
       * Hint
       * @description How the token begins.
       */
      hint: string;
      /**
       * Created At
       * Format: date-time
       */
      created_at: string;
      /**
       * Expires At
       * @description Null: it does not expire.
       */
      expires_at: string | null;
      /**
       * Last Used At
       * @description To the minute; null until it is used.
       */
      last_used_at: string | null;
    };
    /**
     * ApiTokenList
     * @description Newest first.
     */
    ApiTokenList: {
      /** Items */
      items: components["schemas"]["ApiToken"][];
    };
    /**
     * AuditEntry
     * @description A security-relevant action.
     * @example {
     *       "action": "api_token_created",
     *       "actor_id": "0198c5a2-9c44-7d01-8b1e-0c9a5f1d2e3f",
     *       "address": "203.0.113.7",
     *       "at": "2026-11-25T09:30:00Z",
     *       "id": 42,
     *       "target": "0198c5a2-9c44-7d01-8b1e-0c9a5f1d2e3f",
     *       "user_agent": "curl/8.14",
     *       "user_id": "0198c5a2-9c44-7d01-8b1e-0c9a5f1d2e3f"
     *     }
     */
    AuditEntry: {
      /** Id */
      id: number;
      /**
       * At
       * Format: date-time
       */
      at: string;
      /**
       * User Id
       * @description Whom it concerns.
       */
      user_id: string;
      /**
       * Actor Id
       * @description Who did it; all zeros for the installation itself.
       */
      actor_id: string;
      /** Action */
      action: string;
      /**
       * Target
       * @description What it was done to: an id, or empty.
       */
      target: string;
      /**
       * Address
       * @description Whence it was done; empty where nobody did it over the network.
       */
      address: string;
      /** User Agent */
      user_agent: string;
    };
    /**
     * AuditPage
     * @description Newest first.
     */
    AuditPage: {
      /** Items */
      items: components["schemas"]["AuditEntry"][];
      /**
       * Next Cursor
       * @description Send it as `cursor` for the next page; null on the last.
       */
      next_cursor: string | null;
    };
    /**
     * AvailableRepository
     * @description A repository that the user can read at the provider.
     * @example {
     *       "clone_url": "https://github.com/pallets/flask.git",
     *       "default_branch": "main",
     *       "full_name": "pallets/flask",
     *       "id": "596892",
     *       "private": false
     *     }
     */
    AvailableRepository: {
      /**
       * Id
       * @description The provider's id.
       */
      id: string;
      /** Full Name */
      full_name: string;
      /**
       * Clone Url
       * @description What `POST /api/v1/analysis` takes as `repo_url`.
       */
      clone_url: string;
      /** Private */
      private: boolean;
      /**
       * Default Branch
       * @description Null for an empty repository.
       */
      default_branch: string | null;
    };
    /**
     * AvailableRepositoryPage
     * @description One page of repositories.
     */
    AvailableRepositoryPage: {
      /** Items */
      items: components["schemas"]["AvailableRepository"][];
      /**
       * Next Cursor
       * @description Send it as `cursor` for the next page; null on the last.
       */
      next_cursor: string | null;
    };
    /**
     * Badge
     * @description A key of badges; the key itself is told once only.
     * @example {
     *       "created_at": "2026-11-28T09:30:00Z",
     *       "figures": [
     *         "lines",
     *         "truck_factor"
     *       ],
     *       "id": "0198c5a4-1f2e-7a01-8a44-9d0e6c1b2a33",
     *       "name": "README",
     *       "repo_url": "https://github.com/pallets/flask"
     *     }
     */
    Badge: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      /** Name */
      name: string;
      /**
       * Analysis Id
       * @description Null: it follows the repository.
       */
      analysis_id: string | null;
      /** Repo Url */
      repo_url: string;
      /** Ref */
      ref: string | null;
      /** Figures */
      figures: string[];
      /** Created At */
      created_at: string | null;
    };
    /**
     * BadgePage
     * @description One page of badge keys, newest first.
     */
    BadgePage: {
      /** Items */
      items: components["schemas"]["Badge"][];
      /**
       * Next Cursor
       * @description Send it as `cursor` for the next page; null on the last.
       */
      next_cursor: string | null;
    };
    /**
     * CallbackRequest
     * @description What the provider handed to the browser after the sign-in.
     * @example {
     *       "code": "f3a9c1",
     *       "state": "kQ0b7XvT2m"
     *     }
     */
    CallbackRequest: {
      /**
       * Code
       * @description The authorization code.
       */
      code: string;
      /**
       * State
       * @description The state, unchanged.
       */
      state: string;
      /**
       * Token Delivery
       * @description Where the refresh token goes: an HttpOnly cookie, or the body for programs without a browser.
       * @default cookie
       * @enum {string}
       */
      token_delivery?: "cookie" | "body";
    };
    /**
     * Caveat
     * @description Why figures may differ although nothing in the repository did: a stable code, and a sentence.
     */
    Caveat: {
      /** Code */
      code: string;
      /** Text */
      text: string;
    };
    /**
     * Change
     * @description A figure before and after. `why` are sentences that explain it from what moved beneath it; null: not known.
     */
    Change: {
      /** Name */
      name: string;
      /** Base */
      base: number | null;
      /** Head */
      head: number | null;
      /** Change */
      change: number | null;
      /** Why */
      why: string[];
    };
    /**
     * Comparison
     * @description What changed between two analyses of one repository, the largest changes first. Lists have up to 200 rows.
     */
    Comparison: {
      /** Caveats */
      caveats: components["schemas"]["Caveat"][];
      base: components["schemas"]["Side"];
      head: components["schemas"]["Side"];
      /** Figures */
      figures: components["schemas"]["Change"][];
      /** People */
      people: components["schemas"]["PersonChange"][];
      /** Languages */
      languages: components["schemas"]["LanguageChange"][];
      /** Packages */
      packages: components["schemas"]["PackageChange"][];
      /** Hotspots */
      hotspots: components["schemas"]["HotspotChange"][];
      /** Coupling */
      coupling: components["schemas"]["CouplingChange"][];
    };
    /** CouplingChange */
    CouplingChange: {
      /** Left */
      left: string;
      /** Right */
      right: string;
      /** Base Degree */
      base_degree: number | null;
      /** Head Degree */
      head_degree: number | null;
    };
    /**
     * CreateBadge
     * @description A key under which figures of a report are shown to everybody as images.
     * @example {
     *       "figures": [
     *         "truck_factor",
     *         "lines"
     *       ],
     *       "name": "README",
     *       "repo_url": "https://github.com/pallets/flask"
     *     }
     */
    CreateBadge: {
      /**
       * Analysis Id
       * Format: uuid
       * @description An analysis of yours.
       */
      analysis_id?: string | null;
      /**
       * Repo Url
       * @description Instead of an analysis: a repository, whose newest completed analysis it is.
       */
      repo_url?: string | null;
      /**
       * Ref
       * @description Beside `repo_url`, as in the analysis; null: the default branch.
       */
      ref?: string | null;
      /**
       * Name
       * @description To tell it from others.
       */
      name: string;
      /**
       * Figures
       * @description What may be shown.
       */
      figures: components["schemas"]["FigureName"][];
    };
    /**
     * CreateShare
     * @description A link by which others read a report.
     * @example {
     *       "expires_in_days": 30,
     *       "name": "for the board",
     *       "repo_url": "https://github.com/pallets/flask",
     *       "sections": [
     *         "overview",
     *         "ownership"
     *       ]
     *     }
     */
    CreateShare: {
      /**
       * Analysis Id
       * Format: uuid
       * @description An analysis of yours.
       */
      analysis_id?: string | null;
      /**
       * Repo Url
       * @description Instead of an analysis: a repository, whose newest completed analysis it is.
       */
      repo_url?: string | null;
      /**
       * Ref
       * @description Beside `repo_url`, as in the analysis; null: the default branch.
       */
      ref?: string | null;
      /**
       * Name
       * @description To tell it from others.
       */
      name: string;
      /**
       * Sections
       * @description What may be read.
       */
      sections: components["schemas"]["SectionName"][];
      /**
       * Addresses
       * @description Whether e-mail addresses of people are shown too.
       * @default false
       */
      addresses?: boolean;
      /**
       * Expires In Days
       * @description After this many days it gives nothing any more; null: until it is revoked.
       * @default 30
       */
      expires_in_days?: number | null;
    };
    /**
     * CreatedApiToken
     * @description A new token. `token` is shown this once.
     * @example {
     *       "created_at": "2026-11-25T09:30:00Z",
     *       "expires_at": "2027-02-23T09:30:00Z",
     *       "hint": "gst_4Kx9",
     *       "id": "0198c5a2-9c44-7d01-8b1e-0c9a5f1d2e3f",
     *       "name": "nightly build",
     *       "scopes": [
     *         "read",
     *         "write"
     *       ],
     *       "token": "gst_4Kx9…"
     *     }
     */
    CreatedApiToken: {
      /** Id */
      id: string;
      /** Name */
      name: string;
      /** Scopes */
      scopes: ("read" | "write" | "admin")[];
      /**
       * Hint
       * @description How the token begins.
       */
      hint: string;
      /**
       * Created At
       * Format: date-time
       */
      created_at: string;
      /**
       * Expires At
       * @description Null: it does not expire.
       */
      expires_at: string | null;
      /**
       * Last Used At
       * @description To the minute; null until it is used.
       */
      last_used_at: string | null;
      /**
       * Token
       * @description Send it as `Authorization: Bearer …`.
       */
      token: string;
    };
    /**
     * DeadLetter
     * @description A message that nobody could handle.
     */
    DeadLetter: {
      /** Sequence */
      sequence: number;
      /**
       * Durable
       * @description Who could not.
       */
      durable: string;
      /** Subject */
      subject: string;
      /** Type */
      type: string;
      /**
       * About
       * @description What it is about, for example `job-` and an id.
       */
      about: string;
      /**
       * Error
       * @description The kind of error.
       */
      error: string;
      /**
       * Deliveries
       * @description How often it was tried; null when that is not known.
       */
      deliveries: number | null;
      /** At */
      at: string | null;
    };
    /**
     * DeadLetterPage
     * @description Oldest first.
     */
    DeadLetterPage: {
      /** Items */
      items: components["schemas"]["DeadLetter"][];
      /**
       * Next Cursor
       * @description Send it as `cursor` for the next page; null on the last.
       */
      next_cursor: string | null;
    };
    /**
     * Export
     * @description All that this installation keeps of a user, secrets aside.
     */
    Export: {
      /**
       * Account
       * @description Profile, sessions, API tokens and audit log.
       */
      account: {
        [key: string]: unknown;
      };
      /**
       * Analyses
       * @description Every analysis, newest first; reports by their own address.
       */
      analyses: {
        [key: string]: unknown;
      }[];
      /**
       * Repositories
       * @description Repositories that are followed, with their settings.
       */
      repositories: {
        [key: string]: unknown;
      }[];
    };
    /**
     * FieldError
     * @description What is wrong with one field of the request.
     * @example {
     *       "field": "repo_url",
     *       "message": "is missing"
     *     }
     */
    FieldError: {
      /**
       * Field
       * @description Name of the parameter, or path of the field in the body: `options.runner`.
       */
      field: string;
      /**
       * Message
       * @description What is wrong with it.
       */
      message: string;
    };
    /**
     * Figure
     * @description A figure of both; null where it is not known.
     */
    Figure: {
      /** Name */
      name: string;
      /** Left */
      left: number | null;
      /** Right */
      right: number | null;
    };
    /**
     * FigureName
     * @description A figure that a badge can show.
     * @enum {string}
     */
    FigureName:
      | "truck_factor"
      | "lines"
      | "files"
      | "commits"
      | "contributors"
      | "language"
      | "half_life"
      | "dependencies"
      | "last_commit";
    /**
     * Format
     * @enum {string}
     */
    Format: "json" | "csv" | "parquet" | "cyclonedx" | "spdx" | "html";
    /**
     * Health
     * @description The process is alive.
     */
    Health: {
      /**
       * Status
       * @default ok
       * @constant
       */
      status?: "ok";
    };
    /**
     * HotspotChange
     * @description A file that became a hotspot (`base_score` is null), is none any more, or scores otherwise.
     */
    HotspotChange: {
      /** Path */
      path: string;
      /** Base Score */
      base_score: number | null;
      /** Head Score */
      head_score: number | null;
      /** Revisions */
      revisions: number;
    };
    /**
     * InstallationSettings
     * @description Settings that are no secret, by service and the name of their variable.
     */
    InstallationSettings: {
      /** Auth */
      auth: {
        [key: string]: string;
      };
      /** Jobs */
      jobs: {
        [key: string]: string;
      };
    };
    /**
     * Job
     * @description An analysis of one repository.
     * @example {
     *       "attempt": 1,
     *       "created_at": "2026-11-23T09:30:00Z",
     *       "id": "0198c5a2-7d54-7a31-9c0e-3f6f7f0c2b11",
     *       "progress": {
     *         "done": 2100,
     *         "eta_seconds": 4,
     *         "percent": 41.5,
     *         "phase": "history",
     *         "rate": 830.5,
     *         "total": 5400
     *       },
     *       "repo_url": "https://github.com/pallets/flask",
     *       "started_at": "2026-11-23T09:30:01Z",
     *       "status": "PROCESSING"
     *     }
     */
    Job: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      status: components["schemas"]["JobStatus"];
      /** Repo Url */
      repo_url: string;
      /**
       * Ref
       * @description As asked for; null: the default branch.
       */
      ref: string | null;
      /**
       * Commit
       * @description The commit that was analysed; null until known.
       */
      commit: string | null;
      /**
       * Attempt
       * @description Number of the current or last attempt, from 1; 0 before the first.
       */
      attempt: number;
      progress: components["schemas"]["Progress"] | null;
      /** Created At */
      created_at: string | null;
      /** Started At */
      started_at: string | null;
      /** Finished At */
      finished_at: string | null;
      error: components["schemas"]["JobError"] | null;
    };
    /**
     * JobError
     * @description Why an analysis failed.
     * @example {
     *       "code": "repository_not_found",
     *       "message": "There is no repository at this address, or it is private."
     *     }
     */
    JobError: {
      /**
       * Code
       * @description The kind of failure, for programs.
       */
      code: string;
      /**
       * Message
       * @description The same for people.
       */
      message: string;
    };
    /**
     * JobEvent
     * @description One event of an analysis's history.
     * @example {
     *       "data": {
     *         "attempt": 1,
     *         "blob": {
     *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
     *         },
     *         "job_id": "0198c5a2-7d54-7a31-9c0e-3f6f7f0c2b11",
     *         "section": "overview"
     *       },
     *       "event_id": "0198c5a2-9d10-7e44-a7c1-2b3c4d5e6f70",
     *       "recorded_at": "2026-11-23T09:30:09Z",
     *       "type": "SectionCompleted",
     *       "version": 4
     *     }
     */
    JobEvent: {
      /**
       * Version
       * @description Position in the history, from 1.
       */
      version: number;
      /**
       * Type
       * @description Name of the event, for example `JobStarted`.
       */
      type: string;
      /** Event Id */
      event_id: string;
      /** Recorded At */
      recorded_at: string | null;
      /**
       * Data
       * @description The event's own fields.
       */
      data: {
        [key: string]: unknown;
      };
    };
    /**
     * JobHistory
     * @description The whole history of an analysis, in order.
     */
    JobHistory: {
      /** Items */
      items: components["schemas"]["JobEvent"][];
    };
    /**
     * JobPage
     * @description One page of analyses, newest first.
     */
    JobPage: {
      /** Items */
      items: components["schemas"]["Job"][];
      /**
       * Next Cursor
       * @description Send it as `cursor` for the next page; null on the last.
       */
      next_cursor: string | null;
    };
    /**
     * JobStatus
     * @description Where an analysis stands. The last four are final.
     * @enum {string}
     */
    JobStatus: "PENDING" | "PROCESSING" | "COMPLETED" | "FAILED" | "CANCELLED" | "EXPIRED";
    /** LanguageBeside */
    LanguageBeside: {
      /** Name */
      name: string;
      /** Left Share */
      left_share: number;
      /** Right Share */
      right_share: number;
    };
    /** LanguageChange */
    LanguageChange: {
      /** Name */
      name: string;
      /** Base Lines */
      base_lines: number;
      /** Head Lines */
      head_lines: number;
      /** Lines */
      lines: number;
      /** Base Share */
      base_share: number;
      /** Head Share */
      head_share: number;
    };
    /**
     * NewApiToken
     * @description What a token is to be called, and be good for.
     * @example {
     *       "expires_in_days": 90,
     *       "name": "nightly build",
     *       "scopes": [
     *         "read",
     *         "write"
     *       ]
     *     }
     */
    NewApiToken: {
      /** Name */
      name: string;
      /**
       * Scopes
       * @description `read` for what GET does, `write` for the rest, `admin` for what administrators may.
       */
      scopes: ("read" | "write" | "admin")[];
      /**
       * Expires In Days
       * @description Null: it does not expire.
       * @default 90
       */
      expires_in_days?: number | null;
    };
    /**
     * NewBadge
     * @description Badges that were made just now, with their addresses.
     * @example {
     *       "created_at": "2026-11-28T09:30:00Z",
     *       "figures": [
     *         "lines",
     *         "truck_factor"
     *       ],
     *       "id": "0198c5a4-1f2e-7a01-8a44-9d0e6c1b2a33",
     *       "name": "README",
     *       "repo_url": "https://github.com/pallets/flask"
     *     }
     */
    NewBadge: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      /** Name */
      name: string;
      /**
       * Analysis Id
       * @description Null: it follows the repository.
       */
      analysis_id: string | null;
      /** Repo Url */
      repo_url: string;
      /** Ref */
      ref: string | null;
      /** Figures */
      figures: string[];
      /** Created At */
      created_at: string | null;
      /**
       * Images
       * @description Address of the image, by figure. Whoever has one can see its figure, and nothing else.
       * @example {
       *       "lines": "https://gitstrata.example/api/v1/badges/gsb_…/lines.svg"
       *     }
       */
      images: {
        [key: string]: string;
      };
      /**
       * Markdown
       * @description The same for a README.
       */
      markdown: string;
    };
    /**
     * NewShare
     * @description A share that was made just now, with its secret.
     * @example {
     *       "addresses": false,
     *       "created_at": "2026-11-28T09:30:00Z",
     *       "expires_at": "2026-12-28T09:30:00Z",
     *       "id": "0198c5a4-1f2e-7a01-8a44-9d0e6c1b2a33",
     *       "name": "for the board",
     *       "repo_url": "https://github.com/pallets/flask",
     *       "sections": [
     *         "overview",
     *         "ownership"
     *       ]
     *     }
     */
    NewShare: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      /** Name */
      name: string;
      /**
       * Analysis Id
       * @description Null: it follows the repository.
       */
      analysis_id: string | null;
      /** Repo Url */
      repo_url: string;
      /** Ref */
      ref: string | null;
      /** Sections */
      sections: string[];
      /** Addresses */
      addresses: boolean;
      /** Created At */
      created_at: string | null;
      /**
       * Expires At
       * @description Null: it holds until it is revoked.
       */
      expires_at: string | null;
      /**
       * Secret
       * @description Told here only. Others send it as `Gitstrata-Share`.
       */
      secret: string;
      /**
       * Link
       * @description A page for people. The secret is in its fragment, which browsers send nowhere.
       */
      link: string;
    };
    /**
     * Organization
     * @description An organisation that the user follows.
     * @example {
     *       "archived": false,
     *       "checked_at": "2026-11-28T10:30:12Z",
     *       "followed_at": "2026-11-28T09:30:00Z",
     *       "forks": false,
     *       "id": "0198c5a4-1f2e-7a01-8a44-9d0e6c1b2a33",
     *       "name": "pallets"
     *     }
     */
    Organization: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      /** Name */
      name: string;
      /** Forks */
      forks: boolean;
      /** Archived */
      archived: boolean;
      /** Followed At */
      followed_at: string | null;
      /**
       * Checked At
       * @description When its repositories were last listed.
       */
      checked_at: string | null;
      /** @description Why that failed, if it did: codes of available repositories, or limits. */
      error: components["schemas"]["JobError"] | null;
    };
    /**
     * Organizations
     * @description All that the user follows, by name.
     */
    Organizations: {
      /** Items */
      items: components["schemas"]["Organization"][];
    };
    /**
     * Outcome
     * @description What became of it. In a dry run `accepted` is what would be.
     * @enum {string}
     */
    Outcome: "accepted" | "running" | "unchanged" | "skipped" | "refused";
    /**
     * OwnedJob
     * @description An analysis and whose it is.
     * @example {
     *       "attempt": 1,
     *       "created_at": "2026-11-23T09:30:00Z",
     *       "id": "0198c5a2-7d54-7a31-9c0e-3f6f7f0c2b11",
     *       "progress": {
     *         "done": 2100,
     *         "eta_seconds": 4,
     *         "percent": 41.5,
     *         "phase": "history",
     *         "rate": 830.5,
     *         "total": 5400
     *       },
     *       "repo_url": "https://github.com/pallets/flask",
     *       "started_at": "2026-11-23T09:30:01Z",
     *       "status": "PROCESSING"
     *     }
     */
    OwnedJob: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      status: components["schemas"]["JobStatus"];
      /** Repo Url */
      repo_url: string;
      /**
       * Ref
       * @description As asked for; null: the default branch.
       */
      ref: string | null;
      /**
       * Commit
       * @description The commit that was analysed; null until known.
       */
      commit: string | null;
      /**
       * Attempt
       * @description Number of the current or last attempt, from 1; 0 before the first.
       */
      attempt: number;
      progress: components["schemas"]["Progress"] | null;
      /** Created At */
      created_at: string | null;
      /** Started At */
      started_at: string | null;
      /** Finished At */
      finished_at: string | null;
      error: components["schemas"]["JobError"] | null;
      /** Owner Id */
      owner_id: string;
    };
    /**
     * OwnedJobPage
     * @description Everybody's analyses, newest first.
     */
    OwnedJobPage: {
      /** Items */
      items: components["schemas"]["OwnedJob"][];
      /**
       * Next Cursor
       * @description Send it as `cursor` for the next page; null on the last.
       */
      next_cursor: string | null;
    };
    /**
     * PackageBeside
     * @description A dependency of both; its versions, else the ranges asked for.
     */
    PackageBeside: {
      /** Ecosystem */
      ecosystem: string;
      /** Name */
      name: string;
      /** Left */
      left: string[];
      /** Right */
      right: string[];
      /** Same */
      same: boolean;
    };
    /**
     * PackageChange
     * @description A dependency that came, went or moved; `base` and `head` are its versions, else the ranges asked for.
     */
    PackageChange: {
      /** Ecosystem */
      ecosystem: string;
      /** Name */
      name: string;
      /**
       * Change
       * @enum {string}
       */
      change: "added" | "removed" | "upgraded" | "downgraded" | "changed";
      /** Direct */
      direct: boolean;
      /** Base */
      base: string[];
      /** Head */
      head: string[];
    };
    /**
     * PersonBeside
     * @description Somebody who has a hand in both.
     */
    PersonBeside: {
      /** Person */
      person: string;
      /** Name */
      name: string;
      /** Left Commits */
      left_commits: number;
      /** Right Commits */
      right_commits: number;
      /** Left Lines */
      left_lines: number;
      /** Right Lines */
      right_lines: number;
    };
    /**
     * PersonChange
     * @description Somebody's lines at head, commits, and files that they are an author of.
     */
    PersonChange: {
      /** Person */
      person: string;
      /** Name */
      name: string;
      /**
       * Fate
       * @enum {string}
       */
      fate: "new" | "gone" | "stayed";
      /** Base Lines */
      base_lines: number;
      /** Head Lines */
      head_lines: number;
      /** Lines */
      lines: number;
      /** Commits */
      commits: number;
      /** Files */
      files: number;
    };
    /**
     * Problem
     * @description An error, as RFC 9457 defines it. Programs switch on `code`; people read `detail`.
     * @example {
     *       "code": "not_found",
     *       "detail": "There is no analysis with this id, or it is not yours.",
     *       "errors": [],
     *       "request_id": "5f0c1d6e-5c3a-4f6e-9a57-0d0c5e5b7a10",
     *       "status": 404,
     *       "title": "Not found",
     *       "type": "/problems/not_found"
     *     }
     */
    Problem: {
      /**
       * Type
       * @description Stable reference of the kind of error: `/problems/<code>`.
       */
      type: string;
      /**
       * Title
       * @description The kind of error in a few words; never changes.
       */
      title: string;
      /**
       * Status
       * @description The HTTP status.
       */
      status: number;
      /**
       * Detail
       * @description What happened this time, and what to do.
       */
      detail: string;
      /**
       * Code
       * @description The kind of error, for programs. More codes than the examples show are possible.
       */
      code: string;
      /**
       * Errors
       * @description What is wrong with which field; empty for other errors.
       */
      errors: components["schemas"]["FieldError"][];
      /**
       * Request Id
       * @description Name it when you ask for help: every log line of the request carries it.
       */
      request_id: string;
    };
    /**
     * Progress
     * @description Where a running attempt stands.
     */
    Progress: {
      /**
       * Phase
       * @description What is being done, for example `clone` or `ownership`.
       */
      phase: string;
      /**
       * Done
       * @description Units of work done in this phase.
       */
      done: number;
      /**
       * Total
       * @description Units of work in all; null while unknown.
       */
      total: number | null;
      /**
       * Rate
       * @description Units per second.
       */
      rate: number;
      /**
       * Eta Seconds
       * @description Seconds to the end of the phase; null while unknown.
       */
      eta_seconds: number | null;
      /**
       * Percent
       * @description Share of the whole attempt that is done, 0 to 100.
       */
      percent: number;
    };
    /**
     * Provider
     * @description Where people can sign in.
     * @example {
     *       "name": "github",
     *       "sign_in": "/api/v1/auth/github",
     *       "title": "GitHub",
     *       "url": "https://github.com"
     *     }
     */
    Provider: {
      /** Name */
      name: string;
      /**
       * Title
       * @description As people call it.
       */
      title: string;
      /** Url */
      url: string;
      /**
       * Sign In
       * @description Where to send the browser.
       */
      sign_in: string;
    };
    /**
     * ProviderList
     * @description The default first.
     */
    ProviderList: {
      /** Items */
      items: components["schemas"]["Provider"][];
    };
    /**
     * Readiness
     * @description Everything that is needed answers.
     */
    Readiness: {
      /**
       * Status
       * @default ready
       * @constant
       */
      status?: "ready";
      /**
       * Checks
       * @example {
       *       "auth": "ok",
       *       "jobs": "ok"
       *     }
       */
      checks: {
        [key: string]: "ok";
      };
    };
    /**
     * Redriven
     * @description What became of a dead letter.
     */
    Redriven: {
      /**
       * Outcome
       * @description It had its effect; it can have none, and is forgotten; it is in its queue again.
       * @enum {string}
       */
      outcome: "handled" | "refused" | "sent";
      /** Detail */
      detail: string;
    };
    /**
     * RefreshRequest
     * @description The refresh token of a program that keeps it itself; browsers send their cookie and no body.
     * @example {
     *       "refresh_token": "gsr_4Jx0w…"
     *     }
     */
    RefreshRequest: {
      /** Refresh Token */
      refresh_token: string;
    };
    /**
     * Report
     * @description The report: its sections that are ready, each an object of its own schema.
     * @example {
     *       "commit": {
     *         "rev": "HEAD",
     *         "sha": "8646edca6f47e2cd57464081b3911218d4734f8d",
     *         "time": "2026-11-20T17:02:11Z"
     *       },
     *       "engine": {
     *         "git": "2.39.5",
     *         "name": "strata",
     *         "options": {},
     *         "version": "0.1.0"
     *       },
     *       "repository": {
     *         "branch": "main",
     *         "name": "flask"
     *       },
     *       "schema_version": 1,
     *       "sections": {
     *         "overview": {
     *           "commits": 5415,
     *           "people": 857
     *         }
     *       }
     *     }
     */
    Report: {
      /**
       * Schema Version
       * @description Version of the report's JSON Schema; null until it has completed.
       */
      schema_version: number | null;
      repository: components["schemas"]["ReportRepository"];
      /** @description Null until it has completed. */
      commit: components["schemas"]["ReportCommit"] | null;
      /** @description Null until it has completed. */
      engine: components["schemas"]["ReportEngine"] | null;
      /**
       * Sections
       * @description By name, in report order: overview, stack, contributors, ownership, activity, …
       */
      sections: {
        [key: string]: {
          [key: string]: unknown;
        };
      };
    };
    /**
     * ReportCommit
     * @description Which commit was analysed.
     */
    ReportCommit: {
      /**
       * Rev
       * @description As asked for; `HEAD`: the default branch.
       */
      rev: string;
      /**
       * Sha
       * @description Full object id of the commit.
       */
      sha: string;
      /**
       * Time
       * Format: date-time
       * @description Author's time, UTC.
       */
      time: string;
    };
    /**
     * ReportEngine
     * @description What computed the report, under which options.
     */
    ReportEngine: {
      /**
       * Name
       * @default strata
       * @constant
       */
      name?: "strata";
      /** Version */
      version: string;
      /**
       * Git
       * @description Version of git that was used.
       */
      git: string;
      /** Options */
      options: {
        [key: string]: unknown;
      };
    };
    /**
     * ReportRepository
     * @description Which repository was analysed.
     */
    ReportRepository: {
      /**
       * Name
       * @description The last part of the address, without `.git`.
       */
      name: string;
      /**
       * Branch
       * @description Branch that the repository's HEAD names; null if detached.
       */
      branch?: string | null;
    };
    /**
     * Revoked
     * @description How many sessions ended.
     */
    Revoked: {
      /** Revoked */
      revoked: number;
    };
    /**
     * RoleChange
     * @description What somebody is to be.
     * @example {
     *       "role": "administrator"
     *     }
     */
    RoleChange: {
      /**
       * Role
       * @enum {string}
       */
      role: "member" | "administrator";
    };
    /**
     * SectionName
     * @description A section of the report.
     * @enum {string}
     */
    SectionName:
      "overview" | "stack" | "activity" | "hotspots" | "coupling" | "ownership" | "contributors" | "survival";
    /**
     * Session
     * @description Where somebody is signed in.
     * @example {
     *       "created_at": "2026-11-25T09:30:00Z",
     *       "current": true,
     *       "expires_at": "2026-12-02T09:30:00Z",
     *       "id": "0198c5a2-9c44-7d01-8b1e-0c9a5f1d2e3f",
     *       "last_used_at": "2026-11-25T09:30:00Z",
     *       "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
     *     }
     */
    Session: {
      /** Id */
      id: string;
      /**
       * User Agent
       * @description What the browser or program says it is.
       */
      user_agent: string;
      /**
       * Created At
       * Format: date-time
       */
      created_at: string;
      /**
       * Last Used At
       * Format: date-time
       * @description Last refresh: at most 15 minutes before the last request.
       */
      last_used_at: string;
      /**
       * Expires At
       * Format: date-time
       * @description Unless it is used before.
       */
      expires_at: string;
      /**
       * Current
       * @description The one that asks.
       */
      current: boolean;
    };
    /**
     * SessionList
     * @description Last used first.
     */
    SessionList: {
      /** Items */
      items: components["schemas"]["Session"][];
    };
    /**
     * Share
     * @description A link by which others read a report; its secret is told once only.
     * @example {
     *       "addresses": false,
     *       "created_at": "2026-11-28T09:30:00Z",
     *       "expires_at": "2026-12-28T09:30:00Z",
     *       "id": "0198c5a4-1f2e-7a01-8a44-9d0e6c1b2a33",
     *       "name": "for the board",
     *       "repo_url": "https://github.com/pallets/flask",
     *       "sections": [
     *         "overview",
     *         "ownership"
     *       ]
     *     }
     */
    Share: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      /** Name */
      name: string;
      /**
       * Analysis Id
       * @description Null: it follows the repository.
       */
      analysis_id: string | null;
      /** Repo Url */
      repo_url: string;
      /** Ref */
      ref: string | null;
      /** Sections */
      sections: string[];
      /** Addresses */
      addresses: boolean;
      /** Created At */
      created_at: string | null;
      /**
       * Expires At
       * @description Null: it holds until it is revoked.
       */
      expires_at: string | null;
    };
    /**
     * SharePage
     * @description One page of shares, newest first.
     */
    SharePage: {
      /** Items */
      items: components["schemas"]["Share"][];
      /**
       * Next Cursor
       * @description Send it as `cursor` for the next page; null on the last.
       */
      next_cursor: string | null;
    };
    /**
     * SharedReport
     * @description What a share gives to read.
     * @example {
     *       "addresses": false,
     *       "commit": "8646edca6f47e2cd57464081b3911218d4734f8d",
     *       "finished_at": "2026-11-28T09:30:00Z",
     *       "repository": "flask",
     *       "sections": [
     *         "overview",
     *         "ownership"
     *       ],
     *       "status": "COMPLETED"
     *     }
     */
    SharedReport: {
      /**
       * Repository
       * @description Its name, without its address.
       */
      repository: string;
      /** Ref */
      ref: string | null;
      /**
       * Commit
       * @description Null while nothing has been analysed.
       */
      commit: string | null;
      /** @description Where the analysis stands; null while there is none. */
      status: components["schemas"]["JobStatus"] | null;
      /** Finished At */
      finished_at: string | null;
      /**
       * Sections
       * @description What may be read and is ready.
       */
      sections: string[];
      /** Addresses */
      addresses: boolean;
      /** Expires At */
      expires_at: string | null;
    };
    /**
     * Side
     * @description Which report.
     */
    Side: {
      /** Repository */
      repository: string;
      /** Commit */
      commit: string;
      /** Time */
      time: string;
      /** Engine Version */
      engine_version: string;
    };
    /**
     * SideBySide
     * @description Two repositories. Lists have up to 200 rows.
     */
    SideBySide: {
      /** Caveats */
      caveats: components["schemas"]["Caveat"][];
      left: components["schemas"]["Side"];
      right: components["schemas"]["Side"];
      /** Figures */
      figures: components["schemas"]["Figure"][];
      /** Languages */
      languages: components["schemas"]["LanguageBeside"][];
      /** People */
      people: components["schemas"]["PersonBeside"][];
      /** Packages */
      packages: components["schemas"]["PackageBeside"][];
    };
    /**
     * Submission
     * @description What became of one repository.
     * @example {
     *       "outcome": "accepted",
     *       "repo_url": "https://github.com/pallets/flask"
     *     }
     */
    Submission: {
      /** Repo Url */
      repo_url: string;
      /** Ref */
      ref: string | null;
      outcome: components["schemas"]["Outcome"];
      /** @description The new analysis; of what is running or unchanged, the one that there is. */
      job: components["schemas"]["Job"] | null;
      /** @description Why it was refused, or skipped: `archived`, `fork` or `empty`; codes of refusals are those of `POST /api/v1/analysis`. */
      reason: components["schemas"]["JobError"] | null;
      /**
       * Followed
       * @description Whether it is followed now; null where that was not asked for.
       */
      followed: boolean | null;
    };
    /**
     * Submissions
     * @description What became of all, in their order.
     * @example {
     *       "accepted": 1,
     *       "complete": true,
     *       "dry_run": true,
     *       "items": [
     *         {
     *           "outcome": "accepted",
     *           "repo_url": "https://github.com/pallets/flask"
     *         }
     *       ]
     *     }
     */
    Submissions: {
      /** Dry Run */
      dry_run: boolean;
      /**
       * Accepted
       * @description How many were accepted, or would be.
       */
      accepted: number;
      /**
       * Complete
       * @description False if the organisation has more repositories than are looked at.
       */
      complete: boolean;
      /** @description The one that is followed now, if any is. */
      organization: components["schemas"]["Organization"] | null;
      /** Items */
      items: components["schemas"]["Submission"][];
    };
    /**
     * SubmitAnalyses
     * @description Repositories to analyse, each on its own.
     * @example {
     *       "dry_run": true,
     *       "repositories": [
     *         {
     *           "ref": "main",
     *           "repo_url": "https://github.com/pallets/flask"
     *         }
     *       ]
     *     }
     */
    SubmitAnalyses: {
      /** Repositories */
      repositories: components["schemas"]["SubmitAnalysis"][];
      /**
       * Dry Run
       * @description Tell what would become of each, and submit nothing.
       * @default false
       */
      dry_run?: boolean;
    };
    /**
     * SubmitAnalysis
     * @description A repository to analyse.
     * @example {
     *       "ref": "main",
     *       "repo_url": "https://github.com/pallets/flask"
     *     }
     */
    SubmitAnalysis: {
      /**
       * Repo Url
       * @description Address to clone, without credentials.
       */
      repo_url: string;
      /**
       * Ref
       * @description Branch, tag or commit. Null: the repository's default branch.
       */
      ref?: string | null;
      options?: components["schemas"]["AnalysisOptions"];
    };
    /**
     * SubmitOrganization
     * @description An organisation, or a user, whose repositories to analyse.
     * @example {
     *       "dry_run": true,
     *       "organization": "pallets"
     *     }
     */
    SubmitOrganization: {
      /**
       * Organization
       * @description Its login at the provider that you signed in with.
       */
      organization: string;
      /**
       * Dry Run
       * @description Tell what would become of each, and submit nothing.
       * @default false
       */
      dry_run?: boolean;
      /**
       * Forks
       * @description Forks too.
       * @default false
       */
      forks?: boolean;
      /**
       * Archived
       * @description Archived repositories too.
       * @default false
       */
      archived?: boolean;
      /**
       * Unchanged
       * @description Those too to which nothing was pushed since their last analysis.
       * @default false
       */
      unchanged?: boolean;
      /**
       * Follow
       * @description Follow it from now on: a push to the default branch of one of its repositories has that analysed again, and a new repository is followed and analysed too, within an hour or so.
       * @default false
       */
      follow?: boolean;
      options?: components["schemas"]["AnalysisOptions"];
    };
    /**
     * Tokens
     * @description A signed-in session.
     * @example {
     *       "access_token": "eyJhbGciOi…",
     *       "expires_in": 900,
     *       "token_type": "Bearer",
     *       "user": {
     *         "connected": true,
     *         "created_at": "2026-11-01T08:00:00Z",
     *         "id": "0198c5a0-11aa-7bc2-8f00-5d1c2e3f4a5b",
     *         "login": "alice",
     *         "name": "Alice Example",
     *         "private_repositories": false,
     *         "provider": "github",
     *         "role": "member"
     *       }
     *     }
     */
    Tokens: {
      /**
       * Access Token
       * @description Send it as `Authorization: Bearer …`.
       */
      access_token: string;
      /**
       * Token Type
       * @default Bearer
       * @constant
       */
      token_type?: "Bearer";
      /**
       * Expires In
       * @description Seconds until the access token expires.
       */
      expires_in: number;
      user: components["schemas"]["User"];
      /**
       * Refresh Token
       * @description Only when asked for in the body; absent when it is in the cookie.
       */
      refresh_token?: string | null;
      /**
       * Refresh Expires In
       * @description Seconds until the refresh token expires; only beside `refresh_token`.
       */
      refresh_expires_in?: number | null;
    };
    /**
     * User
     * @description A person who signed in.
     * @example {
     *       "connected": true,
     *       "created_at": "2026-11-01T08:00:00Z",
     *       "id": "0198c5a0-11aa-7bc2-8f00-5d1c2e3f4a5b",
     *       "login": "alice",
     *       "name": "Alice Example",
     *       "private_repositories": false,
     *       "provider": "github",
     *       "role": "member"
     *     }
     */
    User: {
      /** Id */
      id: string;
      /**
       * Provider
       * @description Who vouches for this person: `github`.
       */
      provider: string;
      /**
       * Login
       * @description Account name at the provider.
       */
      login: string;
      /**
       * Name
       * @description Display name, when the person has given one.
       */
      name: string | null;
      /** Avatar Url */
      avatar_url: string | null;
      /**
       * Created At
       * @description First sign-in.
       */
      created_at: string | null;
      /**
       * Role
       * @default member
       * @enum {string}
       */
      role?: "member" | "administrator";
      /**
       * Connected
       * @description Whether the provider's token still holds; if not, sign in again to reconnect.
       * @default true
       */
      connected?: boolean;
      /**
       * Private Repositories
       * @description Whether private repositories may be read; if not: `GET auth/github?private=true`.
       * @default false
       */
      private_repositories?: boolean;
    };
    /**
     * UserPage
     * @description People of this installation.
     */
    UserPage: {
      /** Items */
      items: components["schemas"]["User"][];
      /**
       * Next Cursor
       * @description Send it as `cursor` for the next page; null on the last.
       */
      next_cursor: string | null;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listProviders: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where people can sign in */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ProviderList"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  startSignIn: {
    parameters: {
      query?: {
        /** @description Account to suggest to the provider. */
        login?: string;
        /** @description Ask for access to private repositories too. */
        private?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To the provider, which sends the browser back with a code and a state. */
      302: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The provider's page. */
          Location?: string;
          /** @description Ties the sign-in to this browser. */
          "Set-Cookie"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too much, too fast. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  startSignInGitea: {
    parameters: {
      query?: {
        /** @description Account to suggest to the provider. */
        login?: string;
        /** @description Ask for access to private repositories too. */
        private?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To the provider, which sends the browser back with a code and a state. */
      302: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The provider's page. */
          Location?: string;
          /** @description Ties the sign-in to this browser. */
          "Set-Cookie"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too much, too fast. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  completeSignIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CallbackRequest"];
      };
    };
    responses: {
      /** @description Complete the sign-in */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Tokens"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This browser did not start the sign-in; Sign-in needed. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not admitted here; Not allowed. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  refreshSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": components["schemas"]["RefreshRequest"] | null;
      };
    };
    responses: {
      /** @description Get a new access token */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Tokens"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description No refresh token; Sign-in needed. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": components["schemas"]["RefreshRequest"] | null;
      };
    };
    responses: {
      /** @description Sign out */
      204: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getCurrentUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who am I? */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  deleteCurrentUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Leave */
      204: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; Sign-in needed for this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  exportCurrentUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All that is kept of me */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Export"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; Sign-in needed for this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where I am signed in */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SessionList"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; Sign-in needed for this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  revokeOtherSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign out everywhere else */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Revoked"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; Sign-in needed for this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  revokeSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Its id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign out elsewhere */
      204: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; Sign-in needed for this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listApiTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description My API tokens */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiTokenList"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; Sign-in needed for this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createApiToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewApiToken"];
      };
    };
    responses: {
      /** @description Make a personal API token */
      201: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CreatedApiToken"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; Sign-in needed for this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  revokeApiToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Its id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Make an API token void */
      204: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; Sign-in needed for this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listAuditEntries: {
    parameters: {
      query?: {
        /** @description Most items of one page. */
        limit?: number;
        /** @description `next_cursor` of the page before; without it, the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done with my account */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AuditPage"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; Sign-in needed for this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listAvailableRepositories: {
    parameters: {
      query?: {
        /** @description Part of a name. */
        query?: string;
        /** @description Most items of one page. */
        limit?: number;
        /** @description `next_cursor` of the page before; without it, the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Repositories you can read at the provider */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AvailableRepositoryPage"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; Not allowed. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listOrganizations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Organisations that you follow */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organizations"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  unfollowOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Its id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Follow an organisation no more */
      204: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  compareRepositories: {
    parameters: {
      query: {
        /** @description A completed analysis of yours. */
        left: string;
        /** @description Another one. */
        right: string;
      };
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Two repositories side by side */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Digest of the content, for `If-None-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SideBySide"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Digest of the content, for `If-None-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is not ready; The report is too large for this. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many exports at once; A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  compareAnalyses: {
    parameters: {
      query?: {
        /** @description Analysis to compare from; without it, the last but one. */
        base?: string;
        /** @description Analysis to compare with; without it, the newest completed one. */
        head?: string;
      };
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description The repository that you follow. */
        repository_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What changed in a repository */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Digest of the content, for `If-None-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Comparison"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Digest of the content, for `If-None-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is not ready; The report is too large for this. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many exports at once; A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listAnalyses: {
    parameters: {
      query?: {
        /** @description Most items of one page. */
        limit?: number;
        /** @description `next_cursor` of the page before; without it, the first page. */
        cursor?: string;
        /** @description Only analyses that stand there. */
        status?: components["schemas"]["JobStatus"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Your analyses, newest first */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["JobPage"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  submitAnalysis: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any unique text: the same key with the same body answers with the same analysis; with another body it is refused with 422. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["SubmitAnalysis"];
      };
    };
    responses: {
      /** @description Accepted; it waits its turn. */
      202: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Address of the analysis. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getAnalysis: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The analysis. */
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where an analysis stands */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  cancelAnalysis: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The analysis. */
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Stop an analysis */
      202: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state; Changed meanwhile. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  retryAnalysis: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The analysis. */
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Try again */
      202: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state; Changed meanwhile. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getReport: {
    parameters: {
      query?: never;
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description The analysis. */
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Digest of the content, for `If-None-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Report"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Digest of the content, for `If-None-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is not ready. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getReportSection: {
    parameters: {
      query?: never;
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description Name of the section. */
        section: string;
        /** @description The analysis. */
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The section, by its own schema. Stored compressed, and sent so to who accepts gzip. */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Digest of the content, for `If-None-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "commits": 5415
           *     }
           */
          "application/json": Record<string, never>;
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Digest of the content, for `If-None-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found; The section is not ready. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  followAnalysis: {
    parameters: {
      query?: never;
      header?: {
        /** @description Id of the last event that the client has: the stream goes on after it. */
        "Last-Event-ID"?: string;
      };
      path: {
        /** @description The analysis. */
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description With `Accept: text/event-stream` a stream of `state`, `section` and `progress` events that ends after the final state; otherwise the history as JSON. */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["JobHistory"];
          /**
           * @example id: 3
           *     event: state
           *     data: {"version":3,"type":"JobStarted","recorded_at":"2026-11-23T09:30:01Z","data":{"attempt":1},"job":{"id":"…","status":"PROCESSING"}}
           */
          "text/event-stream": string;
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  submitAnalyses: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any unique text: asked again under the same key, a repository is not analysed a second time by that. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["SubmitAnalyses"];
      };
    };
    responses: {
      /** @description Analyse several repositories */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Submissions"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  submitOrganization: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any unique text: asked again under the same key, a repository is not analysed a second time by that. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["SubmitOrganization"];
      };
    };
    responses: {
      /** @description Analyse an organisation's repositories */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Submissions"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; Not allowed. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile; Not in this state. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  exportReport: {
    parameters: {
      query?: {
        /** @description One table alone, of `csv` and `parquet`: people, files, directories, weeks, churn, releases, survival, hotspots, coupling, languages, dependencies, licences, excluded. Without it, all in a zip. */
        table?: string;
      };
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description What to make of the report. */
        format: components["schemas"]["Format"];
        /** @description The analysis. */
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Digest of the content, for `If-None-Match`. */
          ETag?: string;
          /** @description A name for the file. */
          "Content-Disposition"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": string;
          "application/zip": string;
          "text/csv": string;
          "application/vnd.apache.parquet": string;
          "application/vnd.cyclonedx+json": string;
          "application/spdx+json": string;
          "text/html": string;
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The same. */
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found; The section is not ready. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is not ready; The report is too large for this. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many exports at once; A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listShares: {
    parameters: {
      query?: {
        /** @description Most items of one page. */
        limit?: number;
        /** @description `next_cursor` of the page before; without it, the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What you share */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SharePage"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createShare: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any unique text: the same key with the same body is the same thing, with a new secret in place of the one before; with another body it is refused with 422. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateShare"];
      };
    };
    responses: {
      /** @description Share a report */
      201: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NewShare"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  revokeShare: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Its id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Share no longer */
      204: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getSharedReport: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What a share gives to read */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SharedReport"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  exportSharedReport: {
    parameters: {
      query?: {
        /** @description One table alone, of `csv` and `parquet`: people, files, directories, weeks, churn, releases, survival, hotspots, coupling, languages, dependencies, licences, excluded. Without it, all in a zip. */
        table?: string;
      };
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description What to make of the report. */
        format: components["schemas"]["Format"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Digest of the content, for `If-None-Match`. */
          ETag?: string;
          /** @description A name for the file. */
          "Content-Disposition"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": string;
          "application/zip": string;
          "text/csv": string;
          "application/vnd.apache.parquet": string;
          "application/vnd.cyclonedx+json": string;
          "application/spdx+json": string;
          "text/html": string;
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The same. */
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not found; The section is not ready. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is not ready; The report is too large for this. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many exports at once; A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listBadges: {
    parameters: {
      query?: {
        /** @description Most items of one page. */
        limit?: number;
        /** @description `next_cursor` of the page before; without it, the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Your badges */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BadgePage"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createBadges: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any unique text: the same key with the same body is the same thing, with a new secret in place of the one before; with another body it is refused with 422. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateBadge"];
      };
    };
    responses: {
      /** @description Make badges */
      201: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NewBadge"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  revokeBadges: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Its id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show no longer */
      204: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getBadge: {
    parameters: {
      query?: {
        /** @description `auto` follows the reader's system. */
        theme?: "auto" | "light" | "dark";
        /** @description Another text on the left side. */
        label?: string;
      };
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description The key of the badges. */
        key: string;
        /** @description Which figure: truck_factor, lines, files, commits, contributors, language, half_life, dependencies, last_commit. */
        figure: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The image. */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Digest of the image, for `If-None-Match`. */
          ETag?: string;
          /** @description `public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400`. */
          "Cache-Control"?: string;
          [name: string]: unknown;
        };
        content: {
          "image/svg+xml": string;
        };
      };
      /** @description The image is the one that `If-None-Match` names. */
      304: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Digest of the image, for `If-None-Match`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is too large for this. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listUsers: {
    parameters: {
      query?: {
        /** @description Most items of one page. */
        limit?: number;
        /** @description `next_cursor` of the page before; without it, the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everybody who signed in */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["UserPage"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; For administrators. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeUserRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Its id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RoleChange"];
      };
    };
    responses: {
      /** @description Make somebody an administrator, or no longer */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; For administrators. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state. */
      409: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  revokeUserSessions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Its id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign somebody out everywhere */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Revoked"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; For administrators. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listAllAuditEntries: {
    parameters: {
      query?: {
        /** @description Most items of one page. */
        limit?: number;
        /** @description `next_cursor` of the page before; without it, the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done with everybody's accounts */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AuditPage"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; For administrators. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listAllAnalyses: {
    parameters: {
      query?: {
        /** @description Most items of one page. */
        limit?: number;
        /** @description `next_cursor` of the page before; without it, the first page. */
        cursor?: string;
        /** @description Only analyses that stand there. */
        status?: components["schemas"]["JobStatus"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everybody's analyses */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["OwnedJobPage"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; For administrators. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listDeadLetters: {
    parameters: {
      query?: {
        /** @description Most items of one page. */
        limit?: number;
        /** @description `next_cursor` of the page before; without it, the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Messages that nobody could handle */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DeadLetterPage"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; For administrators. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  redriveDeadLetter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Its number. */
        sequence: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Have one handled again */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Redriven"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; For administrators. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getSettings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How this installation is set up */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["InstallationSettings"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token may not do this; For administrators. */
      403: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Is the process alive? */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Health"];
        };
      };
    };
  };
  getReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description May traffic be sent here? */
      200: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Readiness"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not ready. */
      503: {
        headers: {
          /** @description Names this request in all logs. */
          "X-Request-ID"?: string;
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
}
