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
        /** @description From the root of the repository. */
        path: string;
        /** @description The analysis. */
        job_id: string;
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
        /** @description Their id in the report. */
        person: string;
        /** @description The analysis. */
        job_id: string;
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
