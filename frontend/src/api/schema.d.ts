export interface paths {
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
  "/api/v1/analysis/{job_id}/files/{path}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One file of the report
     * @description Whose it is, how old, how often and by how many it was changed, and what changes with it.
     */
    get: operations["getReportFile"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/analysis/{job_id}/people/{person}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One person of the report
     * @description What they wrote, what of it is still there, and where they are the one to ask.
     */
    get: operations["getReportPerson"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
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
  "/api/v1/repositories": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Repositories that you follow
     * @description By address. What settings say beyond branch and schedule is in each repository's own answer.
     */
    get: operations["listRepositories"];
    put?: never;
    /**
     * Follow a repository
     * @description It is analysed again by itself, as its settings say; where these want pushes, its host is asked to tell of them.
     *     One that you follow already: 409 `repository_tracked`.
     */
    post: operations["trackRepository"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/repositories/{repository_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One repository that you follow
     * @description With all its settings.
     */
    get: operations["getRepository"];
    put?: never;
    post?: never;
    /**
     * Follow it no more
     * @description Your analyses of it are erased, with their reports, and its webhook is removed from its host.
     */
    delete: operations["untrackRepository"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/repositories/{repository_id}/settings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How it is analysed
     * @description Their `ETag` changes with them and with nothing else: a push does not change it.
     */
    get: operations["getRepositorySettings"];
    /**
     * Analyse it otherwise
     * @description All of them are replaced: what is left out is as if never set. With `If-Match` nobody's change is overwritten.
     */
    put: operations["changeRepositorySettings"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/repositories/{repository_id}/webhook": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How its host tells of pushes
     * @description Whether it is installed, and whether it works. One without a webhook: 404 `webhook_not_found`.
     */
    get: operations["getRepositoryWebhook"];
    put?: never;
    /**
     * Have its host tell of pushes
     * @description Installs it, or shows what to paste; again for a new secret, which replaces the one before at once.
     */
    post: operations["installRepositoryWebhook"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/webhooks/endpoints": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Addresses that are told
     * @description Yours, newest first.
     */
    get: operations["listWebhookEndpoints"];
    put?: never;
    /**
     * Have an address told
     * @description Messages are signed as [Standard Webhooks](https://www.standardwebhooks.com) has it; each is tried for a day.
     */
    post: operations["createWebhookEndpoint"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/webhooks/endpoints/{endpoint_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One of them
     * @description Whether it works, and if it was disabled, why.
     */
    get: operations["getWebhookEndpoint"];
    put?: never;
    post?: never;
    /**
     * Tell it nothing more
     * @description Its log of deliveries goes with it.
     */
    delete: operations["deleteWebhookEndpoint"];
    options?: never;
    head?: never;
    /**
     * Tell it otherwise
     * @description Disabling it gives up what waits to be sent; enabling it begins with what happens from then on.
     */
    patch: operations["changeWebhookEndpoint"];
    trace?: never;
  };
  "/api/v1/webhooks/endpoints/{endpoint_id}/rotate-secret": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A new secret
     * @description Both secrets sign until the overlap is over, so that a receiver can change over without missing anything.
     */
    post: operations["rotateWebhookSecret"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/webhooks/endpoints/{endpoint_id}/test": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a message to try it
     * @description Of type `webhook.test`, and sent once. A disabled endpoint: 409.
     */
    post: operations["testWebhookEndpoint"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/webhooks/endpoints/{endpoint_id}/deliveries": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What it was told
     * @description Newest first, for 30 days.
     */
    get: operations["listWebhookDeliveries"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/webhooks/endpoints/{endpoint_id}/deliveries/{delivery_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One delivery
     * @description What was sent, and what became of each attempt.
     */
    get: operations["getWebhookDelivery"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/webhooks/endpoints/{endpoint_id}/deliveries/{delivery_id}/replay": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send it again
     * @description Under the same `webhook-id`, and with all its retries. A disabled endpoint: 409.
     */
    post: operations["replayWebhookDelivery"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/webhooks/github/{hook_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * For GitHub: a repository's webhook
     * @description A push to a followed branch leads to an analysis; events that are nothing to us are taken and ignored.
     */
    post: operations["receiveGitHubDelivery"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/webhooks/github": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * For GitHub: the App's webhook
     * @description Tells of every repository where this installation's GitHub App is installed; `AUTH_GITHUB_WEBHOOK_SECRET`.
     */
    post: operations["receiveGitHubAppDelivery"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/webhooks/gitea/{hook_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * For Gitea and Forgejo: a repository's webhook
     * @description As with GitHub.
     */
    post: operations["receiveGiteaDelivery"];
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
    /**
     * Suspend a share, or show it again
     * @description It is suspended by itself when its repository's host tells that it became private: then it is yours to say
     *     whether others may go on reading it.
     */
    patch: operations["changeShare"];
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
    /**
     * Suspend badges, or show them again
     * @description They are suspended by themselves when their repository's host tells that it became private.
     */
    patch: operations["changeBadges"];
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
      /**
       * Suspended At
       * @description Since when it is shown to nobody: you suspended it, or its repository became private. Null: it is shown.
       */
      suspended_at: string | null;
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
     * ChangeShare
     * @description Whether what is shared is shown.
     * @example {
     *       "suspended": false
     *     }
     */
    ChangeShare: {
      /**
       * Suspended
       * @description True: to nobody, until you say otherwise.
       */
      suspended: boolean;
    };
    /**
     * ChangeWebhookEndpoint
     * @description What to change; what is left out stays as it is.
     * @example {
     *       "enabled": true
     *     }
     */
    ChangeWebhookEndpoint: {
      /** Url */
      url?: string | null;
      /** Description */
      description?: string | null;
      /**
       * Events
       * @description What to tell; empty: everything there is.
       */
      events?:
        | (
            | "analysis.submitted"
            | "analysis.started"
            | "analysis.completed"
            | "analysis.failed"
            | "analysis.cancelled"
            | "analysis.expired"
            | "repository.pushed"
          )[]
        | null;
      /**
       * Enabled
       * @description True begins anew after it was disabled.
       */
      enabled?: boolean | null;
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
    /**
     * CoupledFile
     * @description A file that changes with this one.
     */
    CoupledFile: {
      /** Path */
      path: string;
      /**
       * Degree
       * @description Change coupling in percent.
       */
      degree: number;
      /**
       * Shared
       * @description Commits that changed both.
       */
      shared: number;
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
     * CreateWebhookEndpoint
     * @description An address to tell.
     * @example {
     *       "events": [
     *         "analysis.completed",
     *         "analysis.failed"
     *       ],
     *       "url": "https://ci.example.org/hooks/gitstrata"
     *     }
     */
    CreateWebhookEndpoint: {
      /**
       * Url
       * @description An https address that anybody can reach, unless the operator allows it.
       */
      url: string;
      /**
       * Description
       * @default
       */
      description?: string;
      /**
       * Events
       * @description What to tell; empty: everything there is.
       */
      events?: (
        | "analysis.submitted"
        | "analysis.started"
        | "analysis.completed"
        | "analysis.failed"
        | "analysis.cancelled"
        | "analysis.expired"
        | "repository.pushed"
      )[];
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
     * Exclusion
     * @description Why a file does not count.
     */
    Exclusion: {
      /** Reason */
      reason: string;
      /** Rule */
      rule: string;
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
     * FileDetail
     * @description One file at the commit that was analysed. A figure is null where the report's bounded lists leave it out.
     * @example {
     *       "added": 6100,
     *       "authors": 141,
     *       "complexity": 1310,
     *       "coupled": [
     *         {
     *           "degree": 38.5,
     *           "path": "tests/test_basic.py",
     *           "shared": 64
     *         }
     *       ],
     *       "deleted": 4946,
     *       "fragmentation": 0.87,
     *       "hotspot_score": 0.96,
     *       "language": "Python",
     *       "lines": 1154,
     *       "median_age_days": 1290,
     *       "owners": [
     *         {
     *           "lines": 820,
     *           "name": "Ada Lovelace",
     *           "person": "p1",
     *           "share": 0.71
     *         }
     *       ],
     *       "path": "src/flask/app.py",
     *       "people": 38,
     *       "revisions": 512
     *     }
     */
    FileDetail: {
      /** Path */
      path: string;
      /** Language */
      language: string | null;
      /** Lines */
      lines: number | null;
      /**
       * People
       * @description How many own lines of it.
       */
      people: number | null;
      /**
       * Owners
       * @description Most lines first; the five largest.
       */
      owners: components["schemas"]["FileOwner"][];
      /**
       * Median Age Days
       * @description Half of its lines are older.
       */
      median_age_days: number | null;
      /**
       * Revisions
       * @description Commits that changed it.
       */
      revisions: number | null;
      /**
       * Added
       * @description Lines added, over all history.
       */
      added: number | null;
      /**
       * Deleted
       * @description Lines deleted, over all history.
       */
      deleted: number | null;
      /**
       * Authors
       * @description People who changed it.
       */
      authors: number | null;
      /**
       * Fragmentation
       * @description How spread its changes are among people, 0 to 1.
       */
      fragmentation: number | null;
      /** Hotspot Score */
      hotspot_score: number | null;
      /** Complexity */
      complexity: number | null;
      /**
       * Coupled
       * @description Strongest first; at most 100.
       */
      coupled: components["schemas"]["CoupledFile"][];
      /** @description Why it does not count; null if it does. */
      excluded: components["schemas"]["Exclusion"] | null;
    };
    /**
     * FileOwner
     * @description Whose lines a file has, as `git blame` tells.
     * @example {
     *       "lines": 820,
     *       "name": "Ada Lovelace",
     *       "person": "p1",
     *       "share": 0.71
     *     }
     */
    FileOwner: {
      /**
       * Person
       * @description Id of the person in this report.
       */
      person: string;
      /** Name */
      name: string;
      /** Lines */
      lines: number;
      /**
       * Share
       * @description Of the file's lines, 0 to 1.
       */
      share: number;
    };
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
     *         "remaining_seconds": 6.5,
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
       * Suspended At
       * @description Since when it is shown to nobody: you suspended it, or its repository became private. Null: it is shown.
       */
      suspended_at: string | null;
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
       * Suspended At
       * @description Since when it is shown to nobody: you suspended it, or its repository became private. Null: it is shown.
       */
      suspended_at: string | null;
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
     *         "remaining_seconds": 6.5,
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
     * PersonDetail
     * @description What one person knows. A figure is null while its section is not ready.
     * @example {
     *       "active_days": 611,
     *       "added": 40110,
     *       "commits": 1204,
     *       "deleted": 28004,
     *       "directories": {
     *         "items": [
     *           {
     *             "lines": 7003,
     *             "path": "src",
     *             "share": 0.44
     *           }
     *         ],
     *         "total": 1
     *       },
     *       "files": {
     *         "items": [
     *           {
     *             "lines": 820,
     *             "path": "src/flask/app.py",
     *             "share": 0.71
     *           }
     *         ],
     *         "total": 1
     *       },
     *       "files_authored": 88,
     *       "files_authored_alone": 12,
     *       "first_commit_at": "2011-04-06T13:02:11Z",
     *       "id": "p1",
     *       "in_truck_factor": true,
     *       "kind": "human",
     *       "last_commit_at": "2026-11-20T17:02:11Z",
     *       "lines": 9210,
     *       "login": "ada",
     *       "name": "Ada Lovelace",
     *       "share": 0.31
     *     }
     */
    PersonDetail: {
      /** Id */
      id: string;
      /** Name */
      name: string;
      /**
       * Login
       * @description At the Git host, where an e-mail address tells it.
       */
      login: string | null;
      /**
       * Kind
       * @description `human`, `bot` or `agent`.
       */
      kind: string | null;
      /** Commits */
      commits: number | null;
      /** First Commit At */
      first_commit_at: string | null;
      /** Last Commit At */
      last_commit_at: string | null;
      /**
       * Lines
       * @description Lines at this commit that are theirs.
       */
      lines: number | null;
      /**
       * Share
       * @description Of all lines, 0 to 1.
       */
      share: number | null;
      /** Added */
      added: number | null;
      /** Deleted */
      deleted: number | null;
      /**
       * Active Days
       * @description Days with a commit.
       */
      active_days: number | null;
      /**
       * Files Authored
       * @description Files that count as authored by them, for the truck factor.
       */
      files_authored: number | null;
      /**
       * Files Authored Alone
       * @description Those that nobody else authored.
       */
      files_authored_alone: number | null;
      /**
       * In Truck Factor
       * @description Whether they are among those without whom half is orphaned.
       */
      in_truck_factor: boolean | null;
      files: components["schemas"]["Places"];
      directories: components["schemas"]["Places"];
    };
    /**
     * Place
     * @description A file or directory, and what of it is a person's.
     */
    Place: {
      /** Path */
      path: string;
      /** Lines */
      lines: number;
      /**
       * Share
       * @description Of its lines, 0 to 1.
       */
      share: number;
    };
    /**
     * Places
     * @description Most lines first; at most 100.
     */
    Places: {
      /**
       * Total
       * @description How many there are among those that the report lists with this owner.
       */
      total: number;
      /** Items */
      items: components["schemas"]["Place"][];
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
      /**
       * Remaining Seconds
       * @description Seconds to the end of the whole attempt, estimated from what it took so far; null while unknown.
       */
      remaining_seconds: number | null;
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
     * Received
     * @description What became of a delivery.
     * @example {
     *       "outcome": "recorded"
     *     }
     */
    Received: {
      /**
       * Outcome
       * @description `ignored`: no followed repository makes anything of it, or it came before.
       * @enum {string}
       */
      outcome: "recorded" | "ignored";
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
     * RepositorySettings
     * @description How a repository is analysed, and when by itself.
     * @example {
     *       "on_push": true,
     *       "options": {
     *         "exclude": [
     *           "docs/"
     *         ],
     *         "ignore_revs": true,
     *         "kinds": {
     *           "ci@example.org": "bot"
     *         }
     *       },
     *       "schedule": "weekly"
     *     }
     */
    RepositorySettings: {
      /**
       * Branch
       * @description Branch to analyse. Null: the repository's default branch.
       */
      branch?: string | null;
      /**
       * On Push
       * @description Analyse again after each push to that branch; several while an analysis runs cause one more.
       * @default true
       */
      on_push?: boolean;
      /**
       * Schedule
       * @description Analyse again when the last such analysis is this old. Null: never.
       */
      schedule?: ("daily" | "weekly" | "monthly") | null;
      options?: components["schemas"]["AnalysisOptions"];
    };
    /**
     * RepositoryWebhook
     * @description How the repository's host tells us of pushes.
     * @example {
     *       "address": "https://gitstrata.example.org/api/v1/webhooks/github/7c9e6679-7425-40de-944b-e07fc1f90ae7",
     *       "created_at": "2026-11-23T09:30:00Z",
     *       "installed": true,
     *       "last_delivery_at": "2026-11-24T14:00:00Z",
     *       "provider": "github"
     *     }
     */
    RepositoryWebhook: {
      /**
       * Provider
       * @enum {string}
       */
      provider: "github" | "gitea";
      /**
       * Address
       * @description Where the host sends its deliveries to.
       */
      address: string;
      /**
       * Installed
       * @description Whether we have installed it at the host; if not, it has to be pasted there.
       */
      installed: boolean;
      /** Created At */
      created_at: string | null;
      /**
       * Last Delivery At
       * @description When the last good delivery came, to the minute.
       */
      last_delivery_at: string | null;
    };
    /**
     * RepositoryWebhookSecret
     * @description The same, with the secret to paste.
     * @example {
     *       "address": "https://gitstrata.example.org/api/v1/webhooks/github/7c9e6679-7425-40de-944b-e07fc1f90ae7",
     *       "created_at": "2026-11-23T09:30:00Z",
     *       "installed": false,
     *       "provider": "github",
     *       "secret": "kQ0b7XvT2mJ5r8ZcW1yL4nP6sD9fG3hA"
     *     }
     */
    RepositoryWebhookSecret: {
      /**
       * Provider
       * @enum {string}
       */
      provider: "github" | "gitea";
      /**
       * Address
       * @description Where the host sends its deliveries to.
       */
      address: string;
      /**
       * Installed
       * @description Whether we have installed it at the host; if not, it has to be pasted there.
       */
      installed: boolean;
      /** Created At */
      created_at: string | null;
      /**
       * Last Delivery At
       * @description When the last good delivery came, to the minute.
       */
      last_delivery_at: string | null;
      /**
       * Secret
       * @description What to paste at the host beside the address, with content type JSON and the events push and repository; told here and never again. Null: it is installed, and there is nothing to do.
       */
      secret: string | null;
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
     * RotateSecret
     * @description How to change over.
     * @example {
     *       "overlap_hours": 24
     *     }
     */
    RotateSecret: {
      /**
       * Overlap Hours
       * @description How long both secrets sign; 0: the old one is worth nothing at once.
       * @default 24
       */
      overlap_hours?: number;
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
      /**
       * Suspended At
       * @description Since when it is shown to nobody: you suspended it, or its repository became private. Null: it is shown.
       */
      suspended_at: string | null;
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
     * TrackRepository
     * @description A repository to follow.
     * @example {
     *       "repo_url": "https://github.com/pallets/flask",
     *       "settings": {
     *         "on_push": true,
     *         "options": {
     *           "exclude": [
     *             "docs/"
     *           ],
     *           "ignore_revs": true,
     *           "kinds": {
     *             "ci@example.org": "bot"
     *           }
     *         },
     *         "schedule": "weekly"
     *       }
     *     }
     */
    TrackRepository: {
      /**
       * Repo Url
       * @description Address to clone, without credentials.
       */
      repo_url: string;
      settings?: components["schemas"]["RepositorySettings"];
    };
    /**
     * TrackedRepository
     * @description A repository that you follow.
     * @example {
     *       "full_name": "pallets/flask",
     *       "id": "5b2e0d1c-6d0e-5f39-9f55-0f8f8f3b2c77",
     *       "last_analysis_id": "0198c5a2-7d54-7a31-9c0e-3f6f7f0c2b11",
     *       "on_push": true,
     *       "pushed_at": "2026-11-24T14:00:00Z",
     *       "repo_url": "https://github.com/pallets/flask",
     *       "requested_at": "2026-11-24T14:00:01Z",
     *       "schedule": "weekly",
     *       "tracked_at": "2026-11-23T09:30:00Z"
     *     }
     */
    TrackedRepository: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      /**
       * Full Name
       * @description The path of its address, without `.git`.
       */
      full_name: string;
      /** Repo Url */
      repo_url: string;
      /**
       * Branch
       * @description Branch that is analysed; null: the default branch.
       */
      branch: string | null;
      /** On Push */
      on_push: boolean;
      /** Schedule */
      schedule: ("daily" | "weekly" | "monthly") | null;
      /** Tracked At */
      tracked_at: string | null;
      /**
       * Pushed At
       * @description Last push to that branch that we heard of.
       */
      pushed_at: string | null;
      /**
       * Requested At
       * @description When an analysis last began by itself.
       */
      requested_at: string | null;
      /**
       * Last Analysis Id
       * @description That analysis.
       */
      last_analysis_id: string | null;
      /** @description Why that analysis failed, if it did: `repository_not_found`, for example, when the repository is gone, or you may not read it any more. */
      last_error?: components["schemas"]["JobError"] | null;
    };
    /**
     * TrackedRepositoryDetail
     * @description A repository that you follow, with all its settings.
     * @example {
     *       "full_name": "pallets/flask",
     *       "id": "5b2e0d1c-6d0e-5f39-9f55-0f8f8f3b2c77",
     *       "last_analysis_id": "0198c5a2-7d54-7a31-9c0e-3f6f7f0c2b11",
     *       "on_push": true,
     *       "pushed_at": "2026-11-24T14:00:00Z",
     *       "repo_url": "https://github.com/pallets/flask",
     *       "requested_at": "2026-11-24T14:00:01Z",
     *       "schedule": "weekly",
     *       "settings": {
     *         "on_push": true,
     *         "options": {
     *           "exclude": [
     *             "docs/"
     *           ],
     *           "ignore_revs": true,
     *           "kinds": {
     *             "ci@example.org": "bot"
     *           }
     *         },
     *         "schedule": "weekly"
     *       },
     *       "tracked_at": "2026-11-23T09:30:00Z"
     *     }
     */
    TrackedRepositoryDetail: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      /**
       * Full Name
       * @description The path of its address, without `.git`.
       */
      full_name: string;
      /** Repo Url */
      repo_url: string;
      /**
       * Branch
       * @description Branch that is analysed; null: the default branch.
       */
      branch: string | null;
      /** On Push */
      on_push: boolean;
      /** Schedule */
      schedule: ("daily" | "weekly" | "monthly") | null;
      /** Tracked At */
      tracked_at: string | null;
      /**
       * Pushed At
       * @description Last push to that branch that we heard of.
       */
      pushed_at: string | null;
      /**
       * Requested At
       * @description When an analysis last began by itself.
       */
      requested_at: string | null;
      /**
       * Last Analysis Id
       * @description That analysis.
       */
      last_analysis_id: string | null;
      /** @description Why that analysis failed, if it did: `repository_not_found`, for example, when the repository is gone, or you may not read it any more. */
      last_error?: components["schemas"]["JobError"] | null;
      settings: components["schemas"]["RepositorySettings"];
    };
    /**
     * TrackedRepositoryPage
     * @description One page of repositories, by address.
     */
    TrackedRepositoryPage: {
      /** Items */
      items: components["schemas"]["TrackedRepository"][];
      /**
       * Next Cursor
       * @description Send it as `cursor` for the next page; null on the last.
       */
      next_cursor: string | null;
    };
    /**
     * TrackedRepositoryWithWebhook
     * @description A repository that you follow from now on, and how its host tells of pushes.
     * @example {
     *       "full_name": "pallets/flask",
     *       "id": "5b2e0d1c-6d0e-5f39-9f55-0f8f8f3b2c77",
     *       "last_analysis_id": "0198c5a2-7d54-7a31-9c0e-3f6f7f0c2b11",
     *       "on_push": true,
     *       "pushed_at": "2026-11-24T14:00:00Z",
     *       "repo_url": "https://github.com/pallets/flask",
     *       "requested_at": "2026-11-24T14:00:01Z",
     *       "schedule": "weekly",
     *       "settings": {
     *         "on_push": true,
     *         "options": {
     *           "exclude": [
     *             "docs/"
     *           ],
     *           "ignore_revs": true,
     *           "kinds": {
     *             "ci@example.org": "bot"
     *           }
     *         },
     *         "schedule": "weekly"
     *       },
     *       "tracked_at": "2026-11-23T09:30:00Z",
     *       "webhook": {
     *         "address": "https://gitstrata.example.org/api/v1/webhooks/github/7c9e6679-7425-40de-944b-e07fc1f90ae7",
     *         "created_at": "2026-11-23T09:30:00Z",
     *         "installed": true,
     *         "last_delivery_at": "2026-11-24T14:00:00Z",
     *         "provider": "github"
     *       }
     *     }
     */
    TrackedRepositoryWithWebhook: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      /**
       * Full Name
       * @description The path of its address, without `.git`.
       */
      full_name: string;
      /** Repo Url */
      repo_url: string;
      /**
       * Branch
       * @description Branch that is analysed; null: the default branch.
       */
      branch: string | null;
      /** On Push */
      on_push: boolean;
      /** Schedule */
      schedule: ("daily" | "weekly" | "monthly") | null;
      /** Tracked At */
      tracked_at: string | null;
      /**
       * Pushed At
       * @description Last push to that branch that we heard of.
       */
      pushed_at: string | null;
      /**
       * Requested At
       * @description When an analysis last began by itself.
       */
      requested_at: string | null;
      /**
       * Last Analysis Id
       * @description That analysis.
       */
      last_analysis_id: string | null;
      /** @description Why that analysis failed, if it did: `repository_not_found`, for example, when the repository is gone, or you may not read it any more. */
      last_error?: components["schemas"]["JobError"] | null;
      settings: components["schemas"]["RepositorySettings"];
      /** @description Null where no pushes are wanted, or where the host is none at which people sign in here. */
      webhook: components["schemas"]["RepositoryWebhookSecret"] | null;
    };
    /**
     * Untracked
     * @description What went with a repository.
     * @example {
     *       "erased_analyses": 12
     *     }
     */
    Untracked: {
      /**
       * Erased Analyses
       * @description Your analyses of it, with their reports.
       */
      erased_analyses: number;
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
    /**
     * WebhookAttempt
     * @description One time that a message was sent.
     */
    WebhookAttempt: {
      /** At */
      at: string | null;
      /**
       * Status
       * @description What was answered; null when nothing was.
       */
      status: number | null;
      /**
       * Error
       * @description Null when it arrived.
       */
      error: string | null;
      /** Milliseconds */
      milliseconds: number;
    };
    /**
     * WebhookDelivery
     * @description A message to an endpoint.
     * @example {
     *       "attempts": 1,
     *       "created_at": "2026-11-23T09:30:00Z",
     *       "delivered_at": "2026-11-23T09:30:01Z",
     *       "id": "0b6ff9a4-6a3c-4c53-9f3e-9c0f4a7d5a11",
     *       "last_status": 200,
     *       "status": "DELIVERED",
     *       "type": "analysis.completed",
     *       "webhook_id": "msg_0198c5a29d107e44a7c12b3c4d5e6f70"
     *     }
     */
    WebhookDelivery: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      /**
       * Webhook Id
       * @description The header `webhook-id`: the same at each attempt.
       */
      webhook_id: string;
      /** Type */
      type: string;
      /**
       * Status
       * @description `PENDING` while it is sent or waits to be tried again.
       * @enum {string}
       */
      status: "PENDING" | "DELIVERED" | "FAILED";
      /** Attempts */
      attempts: number;
      /** Created At */
      created_at: string | null;
      /** Next Attempt At */
      next_attempt_at: string | null;
      /** Delivered At */
      delivered_at: string | null;
      /**
       * Last Status
       * @description What was answered last; null when nothing was.
       */
      last_status: number | null;
      /** Last Error */
      last_error: string | null;
    };
    /**
     * WebhookDeliveryDetail
     * @description A message with its content and its attempts.
     * @example {
     *       "attempts": 1,
     *       "attempts_made": [
     *         {
     *           "at": "2026-11-23T09:30:00Z",
     *           "milliseconds": 41,
     *           "status": 200
     *         }
     *       ],
     *       "created_at": "2026-11-23T09:30:00Z",
     *       "delivered_at": "2026-11-23T09:30:01Z",
     *       "id": "0b6ff9a4-6a3c-4c53-9f3e-9c0f4a7d5a11",
     *       "last_status": 200,
     *       "payload": "{\"type\":\"analysis.completed\",\"timestamp\":\"2026-11-23T09:30:00.000Z\",\"data\":{\"id\":\"…\"}}",
     *       "status": "DELIVERED",
     *       "type": "analysis.completed",
     *       "webhook_id": "msg_0198c5a29d107e44a7c12b3c4d5e6f70"
     *     }
     */
    WebhookDeliveryDetail: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      /**
       * Webhook Id
       * @description The header `webhook-id`: the same at each attempt.
       */
      webhook_id: string;
      /** Type */
      type: string;
      /**
       * Status
       * @description `PENDING` while it is sent or waits to be tried again.
       * @enum {string}
       */
      status: "PENDING" | "DELIVERED" | "FAILED";
      /** Attempts */
      attempts: number;
      /** Created At */
      created_at: string | null;
      /** Next Attempt At */
      next_attempt_at: string | null;
      /** Delivered At */
      delivered_at: string | null;
      /**
       * Last Status
       * @description What was answered last; null when nothing was.
       */
      last_status: number | null;
      /** Last Error */
      last_error: string | null;
      /**
       * Payload
       * @description The body as it is signed and sent.
       */
      payload: string;
      /**
       * Attempts Made
       * @description The last twenty, the newest first.
       */
      attempts_made: components["schemas"]["WebhookAttempt"][];
    };
    /**
     * WebhookDeliveryPage
     * @description One page of deliveries, newest first.
     */
    WebhookDeliveryPage: {
      /** Items */
      items: components["schemas"]["WebhookDelivery"][];
      /**
       * Next Cursor
       * @description Send it as `cursor` for the next page; null on the last.
       */
      next_cursor: string | null;
    };
    /**
     * WebhookEndpoint
     * @description An address that is told what happens.
     * @example {
     *       "created_at": "2026-11-23T09:30:00Z",
     *       "description": "nightly report",
     *       "enabled": true,
     *       "events": [
     *         "analysis.completed",
     *         "analysis.failed"
     *       ],
     *       "id": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
     *       "url": "https://ci.example.org/hooks/gitstrata"
     *     }
     */
    WebhookEndpoint: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      /** Url */
      url: string;
      /** Description */
      description: string;
      /** Events */
      events: string[];
      /** Enabled */
      enabled: boolean;
      /** Created At */
      created_at: string | null;
      /**
       * Failing Since
       * @description Since when nothing has arrived; null when the last one did.
       */
      failing_since: string | null;
      /** Disabled At */
      disabled_at: string | null;
      /**
       * Disabled Reason
       * @description `failing`: nothing arrived for a day. `gone`: it answered 410. `user`: you did.
       */
      disabled_reason: ("user" | "failing" | "gone") | null;
      /**
       * Previous Secret Until
       * @description Until when the secret before the current one signs too; null when it does no more.
       */
      previous_secret_until: string | null;
    };
    /**
     * WebhookEndpointPage
     * @description One page of endpoints, newest first.
     */
    WebhookEndpointPage: {
      /** Items */
      items: components["schemas"]["WebhookEndpoint"][];
      /**
       * Next Cursor
       * @description Send it as `cursor` for the next page; null on the last.
       */
      next_cursor: string | null;
    };
    /**
     * WebhookEndpointSecret
     * @description An endpoint and its secret, which is told here and never again.
     * @example {
     *       "created_at": "2026-11-23T09:30:00Z",
     *       "description": "nightly report",
     *       "enabled": true,
     *       "events": [
     *         "analysis.completed",
     *         "analysis.failed"
     *       ],
     *       "id": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
     *       "url": "https://ci.example.org/hooks/gitstrata"
     *     }
     */
    WebhookEndpointSecret: {
      /**
       * Id
       * Format: uuid
       */
      id: string;
      /** Url */
      url: string;
      /** Description */
      description: string;
      /** Events */
      events: string[];
      /** Enabled */
      enabled: boolean;
      /** Created At */
      created_at: string | null;
      /**
       * Failing Since
       * @description Since when nothing has arrived; null when the last one did.
       */
      failing_since: string | null;
      /** Disabled At */
      disabled_at: string | null;
      /**
       * Disabled Reason
       * @description `failing`: nothing arrived for a day. `gone`: it answered 410. `user`: you did.
       */
      disabled_reason: ("user" | "failing" | "gone") | null;
      /**
       * Previous Secret Until
       * @description Until when the secret before the current one signs too; null when it does no more.
       */
      previous_secret_until: string | null;
      /**
       * Secret
       * @description Give it to a library of Standard Webhooks to check what arrives.
       */
      secret: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description Names this request in all logs. */
    "X-Request-ID": string;
    /** @description Requests a minute: `"user";q=3000;w=60`. Absent where there is no limit. */
    "RateLimit-Policy": string;
    /** @description What is left, and for how many seconds: `"user";r=2999;t=60`. Absent where there is no limit. */
    RateLimit: string;
    /** @description Digest of the content, for `If-None-Match`. */
    ETag: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SideBySide"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is not ready; The report is too large for this. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many exports at once; A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Comparison"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is not ready; The report is too large for this. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many exports at once; A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Your analyses, newest first */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["JobPage"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
        /** @description Any unique text: for a day, the same key with the same request has the same answer and no second effect; with another request it is refused with 422. */
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      /** @description Where an analysis stands */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description Any unique text: for a day, the same key with the same request has the same answer and no second effect; with another request it is refused with 422. */
        "Idempotency-Key"?: string;
      };
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state; Changed meanwhile. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description Any unique text: for a day, the same key with the same request has the same answer and no second effect; with another request it is refused with 422. */
        "Idempotency-Key"?: string;
      };
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state; Changed meanwhile. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Report"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is not ready. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
        /** @description The analysis. */
        job_id: string;
        /** @description Name of the section. */
        section: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The section, by its own schema. Stored compressed, and sent so to who accepts gzip. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found; The section is not ready. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      /** @description With `Accept: text/event-stream` a stream of `state`, `section` and `progress` events that ends after the final state; otherwise the history as JSON. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
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
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getReportFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description The analysis. */
        job_id: string;
        /** @description From the root of the repository. */
        path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One file of the report */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["FileDetail"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is not ready. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getReportPerson: {
    parameters: {
      query?: never;
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description The analysis. */
        job_id: string;
        /** @description Their id in the report. */
        person: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One person of the report */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PersonDetail"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is not ready. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listProviders: {
    parameters: {
      query?: never;
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where people can sign in */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ProviderList"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Tokens"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This browser did not start the sign-in; Sign-in needed. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Tokens"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description No refresh token; Sign-in needed. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who am I? */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All that is kept of me */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Export"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where I am signed in */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SessionList"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Revoked"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description My API tokens */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiTokenList"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description Any unique text: for a day, the same key with the same request has the same answer and no second effect; with another request it is refused with 422. */
        "Idempotency-Key"?: string;
      };
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CreatedApiToken"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done with my account */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AuditPage"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Repositories you can read at the provider */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AvailableRepositoryPage"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listRepositories: {
    parameters: {
      query?: {
        /** @description Most items of one page. */
        limit?: number;
        /** @description `next_cursor` of the page before; without it, the first page. */
        cursor?: string;
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
      /** @description Repositories that you follow */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TrackedRepositoryPage"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  trackRepository: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any unique text: for a day, the same key with the same request has the same answer and no second effect; with another request it is refused with 422. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["TrackRepository"];
      };
    };
    responses: {
      /** @description You follow it from now on. */
      201: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Address of the repository. */
          Location?: string;
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TrackedRepositoryWithWebhook"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state; Changed meanwhile. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getRepository: {
    parameters: {
      query?: never;
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description The repository. */
        repository_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One repository that you follow */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TrackedRepositoryDetail"];
        };
      };
      /** @description The answer is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  untrackRepository: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The repository. */
        repository_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Follow it no more */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Untracked"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getRepositorySettings: {
    parameters: {
      query?: never;
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description The repository. */
        repository_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How it is analysed */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RepositorySettings"];
        };
      };
      /** @description The settings are those that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeRepositorySettings: {
    parameters: {
      query?: never;
      header?: {
        /** @description `ETag` of the settings that these are to replace; 412 for others. */
        "If-Match"?: string;
      };
      path: {
        /** @description The repository. */
        repository_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RepositorySettings"];
      };
    };
    responses: {
      /** @description Analyse it otherwise */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RepositorySettings"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The settings are others. */
      412: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getRepositoryWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description The repository. */
        repository_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How its host tells of pushes */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RepositoryWebhook"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  installRepositoryWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any unique text: for a day, the same key with the same request has the same answer and no second effect; with another request it is refused with 422. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description The repository. */
        repository_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Have its host tell of pushes */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RepositoryWebhookSecret"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state; Changed meanwhile. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listWebhookEndpoints: {
    parameters: {
      query?: {
        /** @description Most items of one page. */
        limit?: number;
        /** @description `next_cursor` of the page before; without it, the first page. */
        cursor?: string;
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
      /** @description Addresses that are told */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookEndpointPage"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any unique text: for a day, the same key with the same request has the same answer and no second effect; with another request it is refused with 422. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateWebhookEndpoint"];
      };
    };
    responses: {
      /** @description It is told from now on. */
      201: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Address of the endpoint. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookEndpointSecret"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description The endpoint. */
        endpoint_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One of them */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookEndpoint"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  deleteWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The endpoint. */
        endpoint_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tell it nothing more */
      204: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The endpoint. */
        endpoint_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ChangeWebhookEndpoint"];
      };
    };
    responses: {
      /** @description Tell it otherwise */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookEndpoint"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  rotateWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any unique text: for a day, the same key with the same request has the same answer and no second effect; with another request it is refused with 422. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description The endpoint. */
        endpoint_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RotateSecret"];
      };
    };
    responses: {
      /** @description A new secret */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookEndpointSecret"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  testWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any unique text: for a day, the same key with the same request has the same answer and no second effect; with another request it is refused with 422. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description The endpoint. */
        endpoint_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Send a message to try it */
      202: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookDelivery"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listWebhookDeliveries: {
    parameters: {
      query?: {
        /** @description Most items of one page. */
        limit?: number;
        /** @description `next_cursor` of the page before; without it, the first page. */
        cursor?: string;
        /** @description Only deliveries that stand there. */
        status?: "PENDING" | "DELIVERED" | "FAILED";
      };
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description The endpoint. */
        endpoint_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What it was told */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookDeliveryPage"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getWebhookDelivery: {
    parameters: {
      query?: never;
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path: {
        /** @description The endpoint. */
        endpoint_id: string;
        /** @description The delivery. */
        delivery_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One delivery */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookDeliveryDetail"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  replayWebhookDelivery: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any unique text: for a day, the same key with the same request has the same answer and no second effect; with another request it is refused with 422. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description The endpoint. */
        endpoint_id: string;
        /** @description The delivery. */
        delivery_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Send it again */
      202: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookDelivery"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  receiveGitHubDelivery: {
    parameters: {
      query?: never;
      header: {
        /** @description What it tells of. */
        "X-GitHub-Event": string;
        /** @description Names the delivery: the same one again changes nothing. */
        "X-GitHub-Delivery": string;
        /** @description HMAC-SHA-256 of the body. */
        "X-Hub-Signature-256"?: string;
      };
      path: {
        /** @description Of the webhook: its address has it. */
        hook_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "ref": "refs/heads/main",
         *       "after": "8646edca6f47e2cd57464081b3911218d4734f8d",
         *       "repository": {
         *         "clone_url": "https://github.com/pallets/flask.git",
         *         "default_branch": "main"
         *       }
         *     }
         */
        "application/json": Record<string, never>;
      };
    };
    responses: {
      /** @description Taken, whether it leads to anything or not. */
      202: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Received"];
        };
      };
      /** @description The signature is void. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  receiveGitHubAppDelivery: {
    parameters: {
      query?: never;
      header: {
        /** @description What it tells of. */
        "X-GitHub-Event": string;
        /** @description Names the delivery: the same one again changes nothing. */
        "X-GitHub-Delivery": string;
        /** @description HMAC-SHA-256 of the body. */
        "X-Hub-Signature-256"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "ref": "refs/heads/main",
         *       "after": "8646edca6f47e2cd57464081b3911218d4734f8d",
         *       "repository": {
         *         "clone_url": "https://github.com/pallets/flask.git",
         *         "default_branch": "main"
         *       }
         *     }
         */
        "application/json": Record<string, never>;
      };
    };
    responses: {
      /** @description Taken, whether it leads to anything or not. */
      202: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Received"];
        };
      };
      /** @description The signature is void. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  receiveGiteaDelivery: {
    parameters: {
      query?: never;
      header: {
        /** @description What it tells of. */
        "X-Gitea-Event": string;
        /** @description Names the delivery: the same one again changes nothing. */
        "X-Gitea-Delivery": string;
        /** @description HMAC-SHA-256 of the body. */
        "X-Gitea-Signature"?: string;
      };
      path: {
        /** @description Of the webhook: its address has it. */
        hook_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "ref": "refs/heads/main",
         *       "after": "8646edca6f47e2cd57464081b3911218d4734f8d",
         *       "repository": {
         *         "clone_url": "https://github.com/pallets/flask.git",
         *         "default_branch": "main"
         *       }
         *     }
         */
        "application/json": Record<string, never>;
      };
    };
    responses: {
      /** @description Taken, whether it leads to anything or not. */
      202: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Received"];
        };
      };
      /** @description The signature is void. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description RFC 6750 challenge. */
          "WWW-Authenticate"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Organisations that you follow */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organizations"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Submissions"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Submissions"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile; Not in this state. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
        /** @description The analysis. */
        job_id: string;
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found; The section is not ready. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is not ready; The report is too large for this. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many exports at once; A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What you share */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SharePage"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NewShare"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeShare: {
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
        "application/json": components["schemas"]["ChangeShare"];
      };
    };
    responses: {
      /** @description Suspend a share, or show it again */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Share"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What a share gives to read */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SharedReport"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not found; The section is not ready. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is not ready; The report is too large for this. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many exports at once; A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Your badges */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BadgePage"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NewBadge"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Changed meanwhile. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts; Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeBadges: {
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
        "application/json": components["schemas"]["ChangeShare"];
      };
    };
    responses: {
      /** @description Suspend badges, or show them again */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Badge"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The report is too large for this. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too much, too fast. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everybody who signed in */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["UserPage"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
      /** @description The body is not JSON. */
      400: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request came too slowly. */
      408: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not in this state. */
      409: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is too large. */
      413: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Revoked"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done with everybody's accounts */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AuditPage"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everybody's analyses */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["OwnedJobPage"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Messages that nobody could handle */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          /** @description The next page, as `<…>; rel="next"`; absent on the last. */
          Link?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DeadLetterPage"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description Any unique text: for a day, the same key with the same request has the same answer and no second effect; with another request it is refused with 422. */
        "Idempotency-Key"?: string;
      };
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Redriven"];
        };
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not found. */
      404: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The request breaks a rule. */
      422: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
      header?: {
        /** @description `ETag` of what the client has. */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How this installation is set up */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["InstallationSettings"];
        };
      };
      /** @description The content is the one that `If-None-Match` names. */
      304: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Sign-in needed; The access token is void; The access token has expired. */
      401: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          /** @description Seconds to wait. */
          "Retry-After"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description A part does not answer in time. */
      504: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
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
          "X-Request-ID": components["headers"]["X-Request-ID"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Readiness"];
        };
      };
      /** @description Something went wrong. */
      500: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not ready. */
      503: {
        headers: {
          "X-Request-ID": components["headers"]["X-Request-ID"];
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
