export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** AbandonedManifest */
    AbandonedManifest: {
      /** Path */
      path: string;
      /** Last Commit */
      last_commit: string;
      /**
       * Last Changed At
       * Format: date-time
       */
      last_changed_at: string;
      /** Revisions */
      revisions: number;
    };
    /**
     * Activity
     * @description When work happened.
     */
    Activity: {
      /**
       * Abandoned Manifests
       * @description Manifests that nobody has touched for long though the code below them is worked on.
       */
      abandoned_manifests: components["schemas"]["AbandonedManifest"][];
      /**
       * Active Days
       * @description Days (UTC) with at least one commit.
       */
      active_days: number;
      /** @description When each package began to be asked for, how its range changed, and when it went, by which commit and person. */
      dependency_history: components["schemas"]["DependencyHistory"];
      /** @description Lines added and deleted in each directory, most changed first. */
      directory_churn: components["schemas"]["ChurnedPaths"];
      /** @description Lines added to and deleted from each included file, most changed first. */
      file_churn: components["schemas"]["ChurnedPaths"];
      /**
       * Punch Card
       * @description Commits by weekday and hour of the author's own clock.
       */
      punch_card: number[][];
      /** @description Tags of the analysed history with dates, new commits and lead times, latest first. */
      releases: components["schemas"]["Releases"];
      /**
       * Technology History
       * @description When each technology that packages show began to be used, how its ranges changed, and when it went.
       */
      technology_history: components["schemas"]["TechnologyPast"][];
      /**
       * Weeks
       * @description Commits, people and changed lines per week, first week to last, idle weeks included.
       */
      weeks: components["schemas"]["Week"][];
    };
    /** AgedPath */
    AgedPath: {
      /** Path */
      path: string;
      /** Lines */
      lines: number;
      /** Median Days */
      median_days: number;
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
    /** ChurnedPath */
    ChurnedPath: {
      /** Path */
      path: string;
      /** Revisions */
      revisions: number;
      /** Added */
      added: number;
      /** Deleted */
      deleted: number;
    };
    /** ChurnedPaths */
    ChurnedPaths: {
      /** Total */
      total: number;
      /** Listed */
      listed: number;
      /** Items */
      items: components["schemas"]["ChurnedPath"][];
    };
    /** CodeAge */
    CodeAge: {
      /**
       * Measured At
       * Format: date-time
       */
      measured_at: string;
      /** Median Days */
      median_days: number | null;
      /** Directories */
      directories: components["schemas"]["AgedPath"][];
      /** Files */
      files: components["schemas"]["AgedPath"][];
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
    /** ComplexFile */
    ComplexFile: {
      /** Path */
      path: string;
      /** Language */
      language: string | null;
      /** Lines Of Code */
      lines_of_code: number;
      /** Complexity */
      complexity: number;
      /** Mean */
      mean: number;
      /** Deepest */
      deepest: number;
    };
    /** Complexity */
    Complexity: {
      /** Total */
      total: number;
      /** Listed */
      listed: number;
      /** Lines Of Code */
      lines_of_code: number;
      /** Mean */
      mean: number;
      /** Items */
      items: components["schemas"]["ComplexFile"][];
    };
    /** ComponentRow */
    ComponentRow: {
      /** Folder */
      folder: string;
      /** Manifest */
      manifest: string;
      /** Ecosystem */
      ecosystem: string;
      /** Name */
      name: string | null;
      /** Version */
      version: string | null;
      /** Licence */
      licence: string | null;
    };
    /** ComponentStack */
    ComponentStack: {
      /** Folder */
      folder: string;
      /**
       * Role
       * @enum {string}
       */
      role: "main" | "example" | "test" | "docs";
      /** Technologies */
      technologies: string[];
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
       * Churn
       * @description Lines that each person added and deleted, most changed first.
       */
      churn: components["schemas"]["PersonChurn"][];
      /** @description Smallest number of organisations whose people made half of all affiliated commits. */
      elephant_factor: components["schemas"]["ElephantFactor"];
      /**
       * Kind Rules
       * @description The rules of the option `kinds`, each with the number of people whom it names: 0 for one that did nothing.
       */
      kind_rules: components["schemas"]["KindRule"][];
      /**
       * People
       * @description Every person with their commits and lines, most commits first.
       */
      people: components["schemas"]["Contributor"][];
    };
    /** CountedCommits */
    CountedCommits: {
      /** Used */
      used: number;
      /** Too Large */
      too_large: number;
    };
    /** CoupledPair */
    CoupledPair: {
      /** Left */
      left: string;
      /** Right */
      right: string;
      /** Degree */
      degree: number;
      /** Shared */
      shared: number;
      /** Left Revisions */
      left_revisions: number;
      /** Right Revisions */
      right_revisions: number;
    };
    /** CoupledPairs */
    CoupledPairs: {
      /** Total */
      total: number;
      /** Listed */
      listed: number;
      /** Items */
      items: components["schemas"]["CoupledPair"][];
    };
    /**
     * Coupling
     * @description Files that change together.
     */
    Coupling: {
      /** @description Commits that coupling is counted from, and those that touch too many files for it. */
      commits: components["schemas"]["CountedCommits"];
      /** @description Pairs of included files that change in the same commits, strongest first. */
      pairs: components["schemas"]["CoupledPairs"];
    };
    /** Database */
    Database: {
      /** Modified */
      modified: string | null;
      /** Advisories */
      advisories: number;
      /** Unreadable */
      unreadable: number;
    };
    /** DependencyChange */
    DependencyChange: {
      /** Commit */
      commit: string;
      /**
       * Time
       * Format: date-time
       */
      time: string;
      /** Person */
      person: string;
      /** Ranges */
      ranges: string[];
    };
    /** DependencyHistory */
    DependencyHistory: {
      /** Present */
      present: number;
      /** Gone */
      gone: number;
      /** Listed */
      listed: components["schemas"]["DependencyPast"][];
    };
    /** DependencyPast */
    DependencyPast: {
      /** Ecosystem */
      ecosystem: string;
      /** Name */
      name: string;
      /** Present */
      present: boolean;
      first: components["schemas"]["DependencyChange"];
      last: components["schemas"]["DependencyChange"] | null;
      /** Changes */
      changes: number;
      /** Latest */
      latest: components["schemas"]["DependencyChange"][];
    };
    /** DependencyRow */
    DependencyRow: {
      /** Purl */
      purl: string;
      /** Ecosystem */
      ecosystem: string;
      /** Name */
      name: string;
      /** Range */
      range: string | null;
      /** Version */
      version: string | null;
      /**
       * Scope
       * @enum {string}
       */
      scope: "runtime" | "optional" | "peer" | "build" | "dev" | "test";
      /** Direct */
      direct: boolean;
      /** Origin */
      origin: string | null;
      /** Evidence */
      evidence: components["schemas"]["EvidenceRow"][];
    };
    /** DependencyRows */
    DependencyRows: {
      /** Direct */
      direct: number;
      /** Transitive */
      transitive: number;
      /** By Ecosystem */
      by_ecosystem: components["schemas"]["DependencyTotal"][];
      /** Listed */
      listed: components["schemas"]["DependencyRow"][];
    };
    /** DependencyTotal */
    DependencyTotal: {
      /** Ecosystem */
      ecosystem: string;
      /** Direct */
      direct: number;
      /** Transitive */
      transitive: number;
      /** Unresolved */
      unresolved: number;
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
    /** ElephantFactor */
    ElephantFactor: {
      /** Value */
      value: number;
      /** Organisations */
      organisations: number;
      /** Unaffiliated Share */
      unaffiliated_share: number;
      /** Items */
      items: components["schemas"]["Organisation"][];
      /** Remark */
      remark: string | null;
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
      /**
       * Mode
       * @description From nothing, from an older state, or from where a killed analysis was
       * @default full
       * @enum {string}
       */
      mode?: "full" | "incremental" | "resumed";
      /**
       * Reason
       * @description Why a state that was offered could not be used
       * @default null
       */
      reason?: string | null;
    };
    /** EvidenceRow */
    EvidenceRow: {
      /** Path */
      path: string;
      /** Line */
      line: number | null;
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
      reason: "requested" | "vendored" | "generated" | "documentation";
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
      reason: "requested" | "vendored" | "generated" | "documentation";
      /** Rule */
      rule: string;
      /** Files */
      files: number;
      /** Lines */
      lines: number;
    };
    /** FileAuthor */
    FileAuthor: {
      /** Person */
      person: string;
      /** Name */
      name: string;
      /** Files */
      files: number;
      /** Alone */
      alone: number;
      /** Share */
      share: number;
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
    /** FindingRow */
    FindingRow: {
      /**
       * Code
       * @enum {string}
       */
      code:
        | "several-versions"
        | "several-ranges"
        | "latest-image"
        | "image-by-tag"
        | "action-by-tag"
        | "open-range"
        | "missing-lockfile"
        | "outdated-lockfile"
        | "not-imported";
      /** Ecosystem */
      ecosystem: string;
      /** Folder */
      folder: string | null;
      /** Name */
      name: string | null;
      /** Values */
      values: string[];
      /** Evidence */
      evidence: components["schemas"]["EvidenceRow"][];
      /** Message */
      message: string;
    };
    /** FindingTotal */
    FindingTotal: {
      /**
       * Code
       * @enum {string}
       */
      code:
        | "several-versions"
        | "several-ranges"
        | "latest-image"
        | "image-by-tag"
        | "action-by-tag"
        | "open-range"
        | "missing-lockfile"
        | "outdated-lockfile"
        | "not-imported";
      /** Count */
      count: number;
    };
    /** Fragmentation */
    Fragmentation: {
      /** Median */
      median: number;
      /** Total */
      total: number;
      /** Listed */
      listed: number;
      /** Items */
      items: components["schemas"]["FragmentedFile"][];
      /** Remark */
      remark: string | null;
    };
    /** FragmentedFile */
    FragmentedFile: {
      /** Path */
      path: string;
      /** Value */
      value: number;
      /** Authors */
      authors: number;
      /** Revisions */
      revisions: number;
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
    /** Health */
    Health: {
      /** Count */
      count: number;
      /** By Code */
      by_code: components["schemas"]["FindingTotal"][];
      /** Imports */
      imports: components["schemas"]["ImportTotal"][];
      /** Listed */
      listed: components["schemas"]["FindingRow"][];
    };
    /** Highlight */
    Highlight: {
      /** Code */
      code: string;
      /** Text */
      text: string;
    };
    /** Hotspot */
    Hotspot: {
      /** Path */
      path: string;
      /** Language */
      language: string | null;
      /** Score */
      score: number;
      /** Revisions */
      revisions: number;
      /** Revisions Percentile */
      revisions_percentile: number;
      /** Complexity */
      complexity: number;
      /** Complexity Percentile */
      complexity_percentile: number;
      /** Lines Of Code */
      lines_of_code: number;
    };
    /** IgnoredRevisions */
    IgnoredRevisions: {
      /** Listed */
      listed: number;
      /** Commits */
      commits: number;
      /** Files */
      files: number;
      /** Lines */
      lines: number;
      /** Files Left */
      files_left: number;
    };
    /** ImportTotal */
    ImportTotal: {
      /** Ecosystem */
      ecosystem: string;
      /** Imported */
      imported: number;
      /** Not Imported */
      not_imported: number;
      /** Unknown */
      unknown: number;
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
    /** KindRule */
    KindRule: {
      /** Who */
      who: string;
      /**
       * Kind
       * @enum {string}
       */
      kind: "human" | "bot" | "agent";
      /** People */
      people: number;
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
    /** LanguageCohort */
    LanguageCohort: {
      /** Language */
      language: string | null;
      /** Name */
      name: string;
      /** Color */
      color: string | null;
      /** Lines */
      lines: number[];
    };
    /** LanguageCohorts */
    LanguageCohorts: {
      /** Samples */
      samples: components["schemas"]["Sample"][];
      /** Cohorts */
      cohorts: components["schemas"]["LanguageCohort"][];
    };
    /** LanguageMoment */
    LanguageMoment: {
      /** Commit */
      commit: string;
      /**
       * Time
       * Format: date-time
       */
      time: string;
      /** Person */
      person: string;
    };
    /** LanguagePast */
    LanguagePast: {
      /** Language */
      language: string;
      /** Present */
      present: boolean;
      first: components["schemas"]["LanguageMoment"];
      last: components["schemas"]["LanguageMoment"] | null;
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
      /** Share */
      share: number;
      /** Counted */
      counted: boolean;
      /** Files */
      files: number;
      /** Lines */
      lines: number;
      /** Code */
      code: number;
      /** Comments */
      comments: number;
      /** Blanks */
      blanks: number;
      /** Largest */
      largest: string;
    };
    /** Leaver */
    Leaver: {
      /** Person */
      person: string;
      /** Name */
      name: string;
      /** Lines */
      lines: number;
      /** Share */
      share: number;
      /** Files */
      files: number;
    };
    /** LicenceComponent */
    LicenceComponent: {
      /** Component */
      component: string;
      /** Licences */
      licences: string[];
      /**
       * Relation
       * @enum {string}
       */
      relation: "one" | "choice" | "unknown";
      /** Texts */
      texts: string[];
      /** Declared */
      declared: components["schemas"]["LicenceDeclared"][];
      /**
       * Verdict
       * @enum {string}
       */
      verdict: "agree" | "conflict" | "text missing" | "not declared" | "unknown text";
      /** Missing */
      missing: string[];
      /** Surplus */
      surplus: string[];
    };
    /** LicenceDeclared */
    LicenceDeclared: {
      /** Path */
      path: string;
      /** Line */
      line: number | null;
      /** Written */
      written: string;
      /** Expression */
      expression: string | null;
    };
    /** LicenceFound */
    LicenceFound: {
      /** Id */
      id: string;
      /** Same Text */
      same_text: string[];
      /** Coverage */
      coverage: number;
    };
    /** LicenceHeader */
    LicenceHeader: {
      /** Expression */
      expression: string;
      /** Written */
      written: string;
      /** Known */
      known: boolean;
      /** Files */
      files: number;
      /** Example */
      example: string;
      /** Line */
      line: number;
    };
    /** LicenceText */
    LicenceText: {
      /** Path */
      path: string;
      /** Component */
      component: string;
      /** Excluded */
      excluded: ("requested" | "vendored" | "generated" | "documentation") | null;
      /** Licences */
      licences: components["schemas"]["LicenceFound"][];
      /** Other */
      other: number;
      nearest: components["schemas"]["LicenceFound"] | null;
    };
    /** Licences */
    Licences: {
      /** Texts */
      texts: components["schemas"]["LicenceText"][];
      /** Not Compared */
      not_compared: number;
      /** Headers */
      headers: components["schemas"]["LicenceHeader"][];
      /** Components */
      components: components["schemas"]["LicenceComponent"][];
    };
    /** Lifetime */
    Lifetime: {
      /** Half Life Days */
      half_life_days: number | null;
      /** Died */
      died: number;
      /** Alive */
      alive: number;
      /** Curve */
      curve: components["schemas"]["LifetimePoint"][];
    };
    /** LifetimePoint */
    LifetimePoint: {
      /** Days */
      days: number;
      /** Surviving */
      surviving: number;
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
    /** Offboarding */
    Offboarding: {
      /** People */
      people: components["schemas"]["Leaver"][];
      /** Lines */
      lines: number;
      /** Share */
      share: number;
      /** Knowledge Loss */
      knowledge_loss: number;
      truck_factor: components["schemas"]["TruckFactor"];
      orphans: components["schemas"]["Orphans"];
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
       * Dependencies Listed
       * @description Dependencies in the report, direct ones first; totals count all
       * @default 5000
       */
      dependencies_listed?: number;
      /**
       * Findings Listed
       * @description Findings about the health of dependencies in the report; totals count all
       * @default 500
       */
      findings_listed?: number;
      /**
       * Owners Listed
       * @description Owners named per directory and file, largest first
       * @default 5
       */
      owners_listed?: number;
      /**
       * Without
       * @description People to be taken for gone, by id, e-mail address, login or name: what would go with them
       * @default []
       */
      without?: string[];
      /**
       * Hotspot Window Months
       * @description Revisions this recent make a hotspot
       * @default 12
       */
      hotspot_window_months?: number;
      /**
       * Hotspots Listed
       * @description Hotspots and complex files in the report, highest first
       * @default 100
       */
      hotspots_listed?: number;
      /**
       * Coupling Revisions
       * @description Revisions that two files must share, and each must have
       * @default 5
       */
      coupling_revisions?: number;
      /**
       * Coupling Percent
       * @description Degree of change coupling from which a pair is told
       * @default 30
       */
      coupling_percent?: number;
      /**
       * Coupling Commit Files
       * @description Commits of more files say nothing of coupling
       * @default 30
       */
      coupling_commit_files?: number;
      /**
       * Couplings Listed
       * @description Coupled pairs in the report, strongest first
       * @default 500
       */
      couplings_listed?: number;
      /**
       * Churn Listed
       * @description Files and directories with their churn, most changed first
       * @default 1000
       */
      churn_listed?: number;
      /**
       * Releases Listed
       * @description Releases in the report, latest first; totals count all
       * @default 200
       */
      releases_listed?: number;
      /**
       * Cohorts Listed
       * @description People shown by name in survival and overwrites
       * @default 12
       */
      cohorts_listed?: number;
      /**
       * Since
       * @description Commits, churn, coupling and releases are counted from this day (UTC) on; lines are not
       * @default null
       */
      since?: string | null;
      /**
       * At
       * @description Figures as of then: a date (ISO 8601) or a revision, on the first-parent line of what is asked
       * @default null
       */
      at?: string | null;
      /**
       * Exclude
       * @description Files that do not count either, as patterns in the form of .gitignore
       * @default []
       */
      exclude?: string[];
      /**
       * Mailmap
       * @description Who is one person, in the form of .mailmap; outweighs the repository's own
       * @default
       */
      mailmap?: string;
      /**
       * Kinds
       * @description What people are, by id, e-mail address, login or name; outweighs what is told
       * @default {}
       */
      kinds?: {
        [key: string]: "human" | "bot" | "agent";
      };
      /**
       * Ignore Revs
       * @description Lines of the commits in .git-blame-ignore-revs belong to whoever had them before, as git says
       * @default false
       */
      ignore_revs?: boolean;
      /**
       * Ignore Revs Seconds
       * @description So long git may take for that; files it has not come to keep plain owners
       * @default 120
       */
      ignore_revs_seconds?: number;
      /**
       * Memory
       * @description MiB for differences that wait to be used; those beyond it are asked of git a second time
       * @default 256
       */
      memory?: number;
      /**
       * Workers
       * @description Git processes at work at once
       * @default 2
       */
      workers?: number;
    };
    /** Organisation */
    Organisation: {
      /** Domain */
      domain: string;
      /** People */
      people: number;
      /** Commits */
      commits: number;
      /** Share */
      share: number;
    };
    /** Origin */
    Origin: {
      /** Year */
      year: number;
      /** Lines */
      lines: number;
      /** Share */
      share: number;
    };
    /** Orphan */
    Orphan: {
      /** Path */
      path: string;
      /** Lines */
      lines: number;
      /** Leavers */
      leavers: string[];
    };
    /** Orphans */
    Orphans: {
      /** Total */
      total: number;
      /** Lines */
      lines: number;
      /** Items */
      items: components["schemas"]["Orphan"][];
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
    /** Overwrites */
    Overwrites: {
      /** People */
      people: components["schemas"]["Party"][];
      /** Lines */
      lines: number[][];
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
      /** @description The truck factor of the people who are still there. */
      active_truck_factor: components["schemas"]["TruckFactor"];
      /**
       * Authorship
       * @description People by the number of included files that they are an author of, most first.
       */
      authorship: components["schemas"]["FileAuthor"][];
      /** @description Text files that the one pass over history could not follow and that git itself blamed. */
      blamed_by_git: components["schemas"]["BlamedFiles"];
      /** @description Line-weighted median of days since the last change, of the whole, of directories and of files. */
      code_age: components["schemas"]["CodeAge"];
      /** @description Directories with their lines and largest owners, as a flat tree. */
      directories: components["schemas"]["Directories"];
      /** @description Included files with their largest owners, largest file first. */
      files: components["schemas"]["Files"];
      /** @description Included files whose revisions are spread over many authors, most fragmented first. */
      fragmentation: components["schemas"]["Fragmentation"];
      /** @description Lines at head that changed their owner because commits are ignored; null without the option `ignore_revs`. */
      ignored_revisions: components["schemas"]["IgnoredRevisions"] | null;
      /** @description Included lines owned by people without a commit in the last 12 months. */
      knowledge_loss: components["schemas"]["KnowledgeLoss"];
      /** @description The same figures once the people of the option `without` are gone; null if it names nobody. */
      offboarding: components["schemas"]["Offboarding"] | null;
      /**
       * People
       * @description Included lines at head that each person owns, largest first.
       */
      people: components["schemas"]["Owner"][];
      /** @description People whose loss leaves more than half of the files without an author. */
      truck_factor: components["schemas"]["TruckFactor"];
    };
    /** Party */
    Party: {
      /** Person */
      person: string | null;
      /** Name */
      name: string;
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
    /** PersonChurn */
    PersonChurn: {
      /** Person */
      person: string;
      /** Name */
      name: string;
      /** Commits */
      commits: number;
      /** Files */
      files: number;
      /** Added */
      added: number;
      /** Deleted */
      deleted: number;
      /** Active Days */
      active_days: number;
    };
    /** PersonCohort */
    PersonCohort: {
      /** Person */
      person: string | null;
      /** Name */
      name: string;
      /** Lines */
      lines: number[];
    };
    /** PersonCohorts */
    PersonCohorts: {
      /** Samples */
      samples: components["schemas"]["Sample"][];
      /** Cohorts */
      cohorts: components["schemas"]["PersonCohort"][];
    };
    /** Release */
    Release: {
      /** Name */
      name: string;
      /**
       * Time
       * Format: date-time
       */
      time: string;
      /** Sha */
      sha: string;
      /** Commits */
      commits: number;
      /** Lead Time Days */
      lead_time_days: number | null;
      /** Days Since Previous */
      days_since_previous: number | null;
    };
    /** Releases */
    Releases: {
      /** Total */
      total: number;
      /** Listed */
      listed: number;
      /** Median Lead Time Days */
      median_lead_time_days: number | null;
      /** Median Days Between */
      median_days_between: number | null;
      /** Remark */
      remark: string;
      /** Items */
      items: components["schemas"]["Release"][];
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
    /** Sample */
    Sample: {
      /** Sha */
      sha: string;
      /**
       * Time
       * Format: date-time
       */
      time: string;
    };
    /** Score */
    Score: {
      /** Type */
      type: string;
      /** Score */
      score: string;
    };
    /**
     * Sections
     * @description The sections of the report.
     */
    Sections: {
      overview: components["schemas"]["Overview"];
      stack: components["schemas"]["Stack"];
      activity: components["schemas"]["Activity"];
      hotspots: components["schemas"]["strata__metrics__registry__Hotspots"];
      coupling: components["schemas"]["Coupling"];
      ownership: components["schemas"]["Ownership"];
      contributors: components["schemas"]["Contributors"];
      survival: components["schemas"]["Survival"];
    };
    /**
     * Stack
     * @description What the head commit is made of.
     */
    Stack: {
      /**
       * Component Stacks
       * @description The technologies of each component, by folder.
       */
      component_stacks: components["schemas"]["ComponentStack"][];
      /**
       * Components
       * @description Projects of the repository's own, as their manifests describe them, by folder.
       */
      components: components["schemas"]["ComponentRow"][];
      /** @description Packages that manifests ask for and lock files bring along, each with the lines that say so. */
      dependencies: components["schemas"]["DependencyRows"];
      /** @description Text files that no figure counts, each with the rule that excluded it. */
      excluded: components["schemas"]["Excluded"];
      /** @description What is unhealthy about the dependencies, each with the lines that show it. */
      health: components["schemas"]["Health"];
      /**
       * Languages
       * @description Languages at head as GitHub shows them, largest first.
       */
      languages: components["schemas"]["LanguageRow"][];
      /** @description Licences of the repository and of its parts, as SPDX ids. */
      licences: components["schemas"]["Licences"];
      /**
       * Technologies
       * @description Frameworks, tools, services and habits, each with what shows it, by category and name.
       */
      technologies: components["schemas"]["TechnologyRow"][];
      /** @description Advisories that hold for resolved packages; null where no database was given. */
      vulnerabilities: components["schemas"]["Vulnerabilities"] | null;
      /** @description Manifests and lock files that could not be read, entries that were skipped, and what stays undecided. */
      warnings: components["schemas"]["Warnings"];
    };
    /**
     * Survival
     * @description How long lines live.
     */
    Survival: {
      /** @description Living lines of included files at the points of `by_year`, by the language that their files' names tell. */
      by_language: components["schemas"]["LanguageCohorts"];
      /** @description Living lines of included files at the same points, by the person who wrote them. */
      by_person: components["schemas"]["PersonCohorts"];
      /** @description Living lines of included files at up to 200 points of history, by the year they were written. */
      by_year: components["schemas"]["YearCohorts"];
      /**
       * Languages Seen
       * @description When each language came and, if it did, went: by which commit of the first-parent line and whose.
       */
      languages_seen: components["schemas"]["LanguagePast"][];
      /** @description Kaplan–Meier estimate of the share of lines that live longer than t days, and their half-life. */
      lifetime: components["schemas"]["Lifetime"];
      /**
       * Origins
       * @description Included lines at head by the year of the commit that owns them, oldest first.
       */
      origins: components["schemas"]["Origin"][];
      /** @description Lines of each person that each other person later removed or replaced. */
      overwrites: components["schemas"]["Overwrites"];
    };
    /** TechnologyComponent */
    TechnologyComponent: {
      /** Folder */
      folder: string;
      /**
       * Role
       * @enum {string}
       */
      role: "main" | "example" | "test" | "docs";
      /** Confidence */
      confidence: number;
      /** Versions */
      versions: string[];
      /** Ranges */
      ranges: string[];
      /** Evidence */
      evidence: components["schemas"]["TechnologyEvidence"][];
    };
    /** TechnologyEvidence */
    TechnologyEvidence: {
      /** Path */
      path: string;
      /** Line */
      line: number | null;
      /**
       * Kind
       * @enum {string}
       */
      kind: "dependency" | "client" | "file" | "content" | "implied";
      /** Sign */
      sign: string;
    };
    /** TechnologyPast */
    TechnologyPast: {
      /** Id */
      id: string;
      /** Name */
      name: string;
      /** Category */
      category: string;
      /** Present */
      present: boolean;
      first: components["schemas"]["DependencyChange"];
      last: components["schemas"]["DependencyChange"] | null;
      /** Changes */
      changes: number;
      /** Latest */
      latest: components["schemas"]["DependencyChange"][];
    };
    /** TechnologyRow */
    TechnologyRow: {
      /** Id */
      id: string;
      /** Name */
      name: string;
      /** Category */
      category: string;
      /** Website */
      website: string;
      /**
       * Role
       * @enum {string}
       */
      role: "main" | "example" | "test" | "docs";
      /** Confidence */
      confidence: number;
      /** Versions */
      versions: string[];
      /** Components */
      components: number;
      /** Listed */
      listed: components["schemas"]["TechnologyComponent"][];
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
    /** Vulnerabilities */
    Vulnerabilities: {
      database: components["schemas"]["Database"];
      /** Checked */
      checked: number;
      /** Unresolved */
      unresolved: number;
      /** Uncovered */
      uncovered: number;
      /** Undecided */
      undecided: number;
      /** Count */
      count: number;
      /** Listed */
      listed: components["schemas"]["VulnerabilityRow"][];
    };
    /** VulnerabilityRow */
    VulnerabilityRow: {
      /** Id */
      id: string;
      /** Aliases */
      aliases: string[];
      /** Summary */
      summary: string;
      /** Severity */
      severity: components["schemas"]["Score"][];
      /** Level */
      level: string | null;
      /** Purl */
      purl: string;
      /** Direct */
      direct: boolean;
      /** Fixed */
      fixed: string[];
      /** Evidence */
      evidence: components["schemas"]["EvidenceRow"][];
    };
    /** WarningRow */
    WarningRow: {
      /** Path */
      path: string;
      /** Line */
      line: number | null;
      /** Code */
      code: string;
      /** Message */
      message: string;
    };
    /** Warnings */
    Warnings: {
      /** Count */
      count: number;
      /** Listed */
      listed: components["schemas"]["WarningRow"][];
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
    /** YearCohort */
    YearCohort: {
      /** Year */
      year: number;
      /** Lines */
      lines: number[];
    };
    /** YearCohorts */
    YearCohorts: {
      /** Samples */
      samples: components["schemas"]["Sample"][];
      /** Cohorts */
      cohorts: components["schemas"]["YearCohort"][];
    };
    /** Hotspots */
    strata__metrics__hotspots__Hotspots: {
      /**
       * Since
       * Format: date-time
       */
      since: string;
      /** Total */
      total: number;
      /** Listed */
      listed: number;
      /** Items */
      items: components["schemas"]["Hotspot"][];
      /** Remark */
      remark: string | null;
    };
    /**
     * Hotspots
     * @description Complicated files that change often.
     */
    strata__metrics__registry__Hotspots: {
      /** @description Included files by complexity, measured by indentation, most complicated first. */
      complexity: components["schemas"]["Complexity"];
      /** @description Files that are both complicated and often changed, highest score first. */
      files: components["schemas"]["strata__metrics__hotspots__Hotspots"];
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
