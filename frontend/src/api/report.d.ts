export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * Activity
     * @description When work happened.
     */
    Activity: {
      /**
       * Active Days
       * @description Days (UTC) with at least one commit.
       */
      active_days: number;
      /**
       * Punch Card
       * @description Commits by weekday and hour of the author's own clock.
       */
      punch_card: number[][];
      /**
       * Weeks
       * @description Commits, people and changed lines per week, first week to last, idle weeks included.
       */
      weeks: components["schemas"]["Week"][];
    };
    /** BlamedFiles */
    BlamedFiles: {
      /** Files */
      files: number;
      /** Share */
      share: number;
      /** Listed */
      listed: string[];
    };
    /**
     * CommitInfo
     * @description Which commit was analysed.
     */
    CommitInfo: {
      /**
       * Rev
       * @description Revision as it was asked for
       */
      rev: string;
      /**
       * Sha
       * @description Full id of the commit
       */
      sha: string;
      /**
       * Time
       * Format: date-time
       * @description Author's time, UTC
       */
      time: string;
    };
    /** Contributor */
    Contributor: {
      /** Id */
      id: string;
      /** Name */
      name: string;
      /** Emails */
      emails: string[];
      /** Login */
      login: string | null;
      /**
       * Kind
       * @enum {string}
       */
      kind: "human" | "bot" | "agent";
      /** Commits */
      commits: number;
      /** Authored */
      authored: number;
      /** Co Authored */
      co_authored: number;
      /** Commit Share */
      commit_share: number;
      /**
       * First Commit At
       * Format: date-time
       */
      first_commit_at: string;
      /**
       * Last Commit At
       * Format: date-time
       */
      last_commit_at: string;
      /** Lines */
      lines: number;
      /** Share */
      share: number;
    };
    /**
     * Contributors
     * @description The people of the repository.
     */
    Contributors: {
      /**
       * Absence Factor
       * @description Smallest number of people whose commits reach half of all commits.
       */
      absence_factor: number;
      /**
       * People
       * @description Every person with their commits and lines, most commits first.
       */
      people: components["schemas"]["Contributor"][];
    };
    /** Directories */
    Directories: {
      /** Total */
      total: number;
      /** Listed */
      listed: number;
      /** Items */
      items: components["schemas"]["OwnedDirectory"][];
    };
    /**
     * EngineInfo
     * @description What computed the report, under which options.
     */
    EngineInfo: {
      /**
       * Name
       * @default strata
       */
      name?: string;
      /**
       * Version
       * @description Engine version: the same commit, options and version give the same figures
       */
      version: string;
      /**
       * Git
       * @description Version of git that was used
       */
      git: string;
      options: components["schemas"]["Options"];
    };
    /** Excluded */
    Excluded: {
      /** Files */
      files: number;
      /** Lines */
      lines: number;
      /** By Rule */
      by_rule: components["schemas"]["ExcludedTotal"][];
      /** Listed */
      listed: components["schemas"]["ExcludedFile"][];
    };
    /** ExcludedFile */
    ExcludedFile: {
      /** Path */
      path: string;
      /**
       * Reason
       * @enum {string}
       */
      reason: "vendored" | "generated" | "documentation";
      /** Rule */
      rule: string;
      /** Lines */
      lines: number;
    };
    /** ExcludedTotal */
    ExcludedTotal: {
      /**
       * Reason
       * @enum {string}
       */
      reason: "vendored" | "generated" | "documentation";
      /** Rule */
      rule: string;
      /** Files */
      files: number;
      /** Lines */
      lines: number;
    };
    /** FileCounts */
    FileCounts: {
      /** Total */
      total: number;
      /** Text */
      text: number;
      /** Binary */
      binary: number;
      /** Excluded */
      excluded: number;
      /** Included */
      included: number;
    };
    /** Files */
    Files: {
      /** Total */
      total: number;
      /** Listed */
      listed: number;
      /** Items */
      items: components["schemas"]["OwnedFile"][];
    };
    /** Head */
    Head: {
      /** Rev */
      rev: string;
      /** Branch */
      branch: string | null;
      /** Sha */
      sha: string;
      /** Author */
      author: string;
      /**
       * Time
       * Format: date-time
       */
      time: string;
    };
    /** Highlight */
    Highlight: {
      /** Code */
      code: string;
      /** Text */
      text: string;
    };
    /** KeyPerson */
    KeyPerson: {
      /** Person */
      person: string;
      /** Name */
      name: string;
      /** Files */
      files: number;
    };
    /** KnowledgeLoss */
    KnowledgeLoss: {
      /** Months */
      months: number;
      /**
       * Since
       * Format: date-time
       */
      since: string;
      /** People */
      people: number;
      /** Lines */
      lines: number;
      /** Share */
      share: number;
    };
    /** LanguageRow */
    LanguageRow: {
      /** Name */
      name: string;
      /**
       * Type
       * @enum {string}
       */
      type: "programming" | "markup" | "data" | "prose";
      /** Color */
      color: string | null;
      /** Bytes */
      bytes: number;
      /** Lines */
      lines: number;
      /** Files */
      files: number;
      /** Counted */
      counted: boolean;
      /** Share */
      share: number;
    };
    /** LineCounts */
    LineCounts: {
      /** Total */
      total: number;
      /** Excluded */
      excluded: number;
      /** Included */
      included: number;
    };
    /**
     * Options
     * @description The options of one analysis.
     */
    Options: {
      /**
       * Name
       * @description Name of the repository in the report; taken from its address or folder if absent
       * @default null
       */
      name?: string | null;
      /**
       * Inactive After Months
       * @description A person without a commit for this long counts as gone
       * @default 12
       */
      inactive_after_months?: number;
      /**
       * Directories Listed
       * @description Directories in the report, largest first
       * @default 2000
       */
      directories_listed?: number;
      /**
       * Files Listed
       * @description Files in the report, largest first
       * @default 5000
       */
      files_listed?: number;
      /**
       * Excluded Listed
       * @description Excluded files in the report, in path order; totals count all
       * @default 500
       */
      excluded_listed?: number;
      /**
       * Owners Listed
       * @description Owners named per directory and file, largest first
       * @default 5
       */
      owners_listed?: number;
      /**
       * Workers
       * @description Git processes at work at once
       * @default 2
       */
      workers?: number;
    };
    /**
     * Overview
     * @description The repository at a glance.
     */
    Overview: {
      /**
       * Commits
       * @description Commits that the analysed commit reaches, merges included.
       */
      commits: number;
      /** @description Regular files at head. */
      files: components["schemas"]["FileCounts"];
      /**
       * First Commit At
       * Format: date-time
       * @description Author's time of the earliest commit, UTC.
       */
      first_commit_at: string;
      /** @description The commit that was analysed. */
      head: components["schemas"]["Head"];
      /**
       * Highlights
       * @description A few sentences worth knowing, from figures that are ready early.
       */
      highlights: components["schemas"]["Highlight"][];
      /**
       * Last Commit At
       * Format: date-time
       * @description Author's time of the latest commit, UTC.
       */
      last_commit_at: string;
      /** @description Lines of text files at head. */
      lines: components["schemas"]["LineCounts"];
      /**
       * Merges
       * @description Commits with more than one parent.
       */
      merges: number;
      /**
       * Name
       * @description Name of the repository.
       */
      name: string;
      /** @description People who authored or co-authored a commit, by kind. */
      people: components["schemas"]["PeopleCount"];
      /**
       * Top Languages
       * @description The five largest languages by share of bytes.
       */
      top_languages: components["schemas"]["TopLanguage"][];
    };
    /** OwnedDirectory */
    OwnedDirectory: {
      /** Path */
      path: string;
      /** Depth */
      depth: number;
      /** Files */
      files: number;
      /** Lines */
      lines: number;
      /** People */
      people: number;
      /** Owners */
      owners: components["schemas"]["Owner"][];
    };
    /** OwnedFile */
    OwnedFile: {
      /** Path */
      path: string;
      /** Language */
      language: string | null;
      /** Lines */
      lines: number;
      /** People */
      people: number;
      /** Owners */
      owners: components["schemas"]["Owner"][];
    };
    /** Owner */
    Owner: {
      /** Person */
      person: string;
      /** Name */
      name: string;
      /** Lines */
      lines: number;
      /** Share */
      share: number;
    };
    /**
     * Ownership
     * @description Who owns the lines at head, exactly as git blame says.
     */
    Ownership: {
      /** @description Text files that the one pass over history could not follow and that git itself blamed. */
      blamed_by_git: components["schemas"]["BlamedFiles"];
      /** @description Directories with their lines and largest owners, as a flat tree. */
      directories: components["schemas"]["Directories"];
      /** @description Included files with their largest owners, largest file first. */
      files: components["schemas"]["Files"];
      /** @description Included lines owned by people without a commit in the last 12 months. */
      knowledge_loss: components["schemas"]["KnowledgeLoss"];
      /**
       * People
       * @description Included lines at head that each person owns, largest first.
       */
      people: components["schemas"]["Owner"][];
      /** @description People whose loss leaves more than half of the files without an author. */
      truck_factor: components["schemas"]["TruckFactor"];
    };
    /** PeopleCount */
    PeopleCount: {
      /** Total */
      total: number;
      /** Human */
      human: number;
      /** Bot */
      bot: number;
      /** Agent */
      agent: number;
    };
    /**
     * RepositoryInfo
     * @description Which repository was analysed.
     */
    RepositoryInfo: {
      /**
       * Name
       * @description Name of the repository
       */
      name: string;
      /**
       * Branch
       * @description Branch that the repository's HEAD names, null if detached
       */
      branch: string | null;
    };
    /**
     * Sections
     * @description The sections of the report.
     */
    Sections: {
      overview: components["schemas"]["Overview"];
      stack: components["schemas"]["Stack"];
      activity: components["schemas"]["Activity"];
      ownership: components["schemas"]["Ownership"];
      contributors: components["schemas"]["Contributors"];
    };
    /**
     * Stack
     * @description What the head commit is made of.
     */
    Stack: {
      /** @description Text files that no figure counts, each with the rule that excluded it. */
      excluded: components["schemas"]["Excluded"];
      /**
       * Languages
       * @description Languages of the included files, largest first.
       */
      languages: components["schemas"]["LanguageRow"][];
    };
    /** TopLanguage */
    TopLanguage: {
      /** Name */
      name: string;
      /** Color */
      color: string | null;
      /** Share */
      share: number;
    };
    /** TruckFactor */
    TruckFactor: {
      /** Value */
      value: number;
      /** Files */
      files: number;
      /** People */
      people: components["schemas"]["KeyPerson"][];
      /** Remark */
      remark: string | null;
    };
    /** Week */
    Week: {
      /**
       * Start
       * Format: date
       */
      start: string;
      /** Commits */
      commits: number;
      /** Authors */
      authors: number;
      /** First Time Authors */
      first_time_authors: number;
      /** Added */
      added: number;
      /** Deleted */
      deleted: number;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
