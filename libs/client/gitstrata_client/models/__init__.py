"""Contains all the data models used in inputs/outputs"""

from .analysis_options import AnalysisOptions
from .analysis_options_kinds import AnalysisOptionsKinds
from .analysis_options_kinds_additional_property import (
    AnalysisOptionsKindsAdditionalProperty,
)
from .analysis_options_runner_type_0 import AnalysisOptionsRunnerType0
from .api_token import ApiToken
from .api_token_list import ApiTokenList
from .api_token_scopes_item import ApiTokenScopesItem
from .audit_entry import AuditEntry
from .audit_page import AuditPage
from .available_repository import AvailableRepository
from .available_repository_page import AvailableRepositoryPage
from .badge import Badge
from .badge_page import BadgePage
from .callback_request import CallbackRequest
from .callback_request_token_delivery import CallbackRequestTokenDelivery
from .caveat import Caveat
from .change import Change
from .change_share import ChangeShare
from .change_webhook_endpoint import ChangeWebhookEndpoint
from .change_webhook_endpoint_events_type_0_item import (
    ChangeWebhookEndpointEventsType0Item,
)
from .comparison import Comparison
from .coupled_file import CoupledFile
from .coupling_change import CouplingChange
from .create_badge import CreateBadge
from .create_share import CreateShare
from .create_webhook_endpoint import CreateWebhookEndpoint
from .create_webhook_endpoint_events_item import CreateWebhookEndpointEventsItem
from .created_api_token import CreatedApiToken
from .created_api_token_scopes_item import CreatedApiTokenScopesItem
from .dead_letter import DeadLetter
from .dead_letter_page import DeadLetterPage
from .exclusion import Exclusion
from .export import Export
from .export_account import ExportAccount
from .export_analyses_item import ExportAnalysesItem
from .export_repositories_item import ExportRepositoriesItem
from .field_error import FieldError
from .figure import Figure
from .figure_name import FigureName
from .file_detail import FileDetail
from .file_owner import FileOwner
from .format_ import Format
from .get_badge_theme import GetBadgeTheme
from .get_report_section_response_200 import GetReportSectionResponse200
from .health import Health
from .hotspot_change import HotspotChange
from .installation_settings import InstallationSettings
from .installation_settings_auth import InstallationSettingsAuth
from .installation_settings_jobs import InstallationSettingsJobs
from .job import Job
from .job_error import JobError
from .job_event import JobEvent
from .job_event_data import JobEventData
from .job_history import JobHistory
from .job_page import JobPage
from .job_status import JobStatus
from .language_beside import LanguageBeside
from .language_change import LanguageChange
from .list_webhook_deliveries_status import ListWebhookDeliveriesStatus
from .new_api_token import NewApiToken
from .new_api_token_scopes_item import NewApiTokenScopesItem
from .new_badge import NewBadge
from .new_badge_images import NewBadgeImages
from .new_share import NewShare
from .organization import Organization
from .organizations import Organizations
from .outcome import Outcome
from .owned_job import OwnedJob
from .owned_job_page import OwnedJobPage
from .package_beside import PackageBeside
from .package_change import PackageChange
from .package_change_change import PackageChangeChange
from .person_beside import PersonBeside
from .person_change import PersonChange
from .person_change_fate import PersonChangeFate
from .person_detail import PersonDetail
from .place import Place
from .places import Places
from .problem import Problem
from .progress import Progress
from .provider import Provider
from .provider_list import ProviderList
from .readiness import Readiness
from .readiness_checks import ReadinessChecks
from .receive_git_hub_app_delivery_body import ReceiveGitHubAppDeliveryBody
from .receive_git_hub_delivery_body import ReceiveGitHubDeliveryBody
from .receive_gitea_delivery_body import ReceiveGiteaDeliveryBody
from .received import Received
from .received_outcome import ReceivedOutcome
from .redriven import Redriven
from .redriven_outcome import RedrivenOutcome
from .refresh_request import RefreshRequest
from .report import Report
from .report_commit import ReportCommit
from .report_engine import ReportEngine
from .report_engine_options import ReportEngineOptions
from .report_repository import ReportRepository
from .report_sections import ReportSections
from .report_sections_additional_property import ReportSectionsAdditionalProperty
from .repository_settings import RepositorySettings
from .repository_settings_schedule_type_0 import RepositorySettingsScheduleType0
from .repository_webhook import RepositoryWebhook
from .repository_webhook_provider import RepositoryWebhookProvider
from .repository_webhook_secret import RepositoryWebhookSecret
from .repository_webhook_secret_provider import RepositoryWebhookSecretProvider
from .revoked import Revoked
from .role_change import RoleChange
from .role_change_role import RoleChangeRole
from .rotate_secret import RotateSecret
from .section_name import SectionName
from .session import Session
from .session_list import SessionList
from .share import Share
from .share_page import SharePage
from .shared_report import SharedReport
from .side import Side
from .side_by_side import SideBySide
from .submission import Submission
from .submissions import Submissions
from .submit_analyses import SubmitAnalyses
from .submit_analysis import SubmitAnalysis
from .submit_organization import SubmitOrganization
from .tokens import Tokens
from .track_repository import TrackRepository
from .tracked_repository import TrackedRepository
from .tracked_repository_detail import TrackedRepositoryDetail
from .tracked_repository_detail_schedule_type_0 import (
    TrackedRepositoryDetailScheduleType0,
)
from .tracked_repository_page import TrackedRepositoryPage
from .tracked_repository_schedule_type_0 import TrackedRepositoryScheduleType0
from .tracked_repository_with_webhook import TrackedRepositoryWithWebhook
from .tracked_repository_with_webhook_schedule_type_0 import (
    TrackedRepositoryWithWebhookScheduleType0,
)
from .untracked import Untracked
from .user import User
from .user_page import UserPage
from .user_role import UserRole
from .webhook_attempt import WebhookAttempt
from .webhook_delivery import WebhookDelivery
from .webhook_delivery_detail import WebhookDeliveryDetail
from .webhook_delivery_detail_status import WebhookDeliveryDetailStatus
from .webhook_delivery_page import WebhookDeliveryPage
from .webhook_delivery_status import WebhookDeliveryStatus
from .webhook_endpoint import WebhookEndpoint
from .webhook_endpoint_disabled_reason_type_0 import WebhookEndpointDisabledReasonType0
from .webhook_endpoint_page import WebhookEndpointPage
from .webhook_endpoint_secret import WebhookEndpointSecret
from .webhook_endpoint_secret_disabled_reason_type_0 import (
    WebhookEndpointSecretDisabledReasonType0,
)

__all__ = (
    "AnalysisOptions",
    "AnalysisOptionsKinds",
    "AnalysisOptionsKindsAdditionalProperty",
    "AnalysisOptionsRunnerType0",
    "ApiToken",
    "ApiTokenList",
    "ApiTokenScopesItem",
    "AuditEntry",
    "AuditPage",
    "AvailableRepository",
    "AvailableRepositoryPage",
    "Badge",
    "BadgePage",
    "CallbackRequest",
    "CallbackRequestTokenDelivery",
    "Caveat",
    "Change",
    "ChangeShare",
    "ChangeWebhookEndpoint",
    "ChangeWebhookEndpointEventsType0Item",
    "Comparison",
    "CoupledFile",
    "CouplingChange",
    "CreateBadge",
    "CreatedApiToken",
    "CreatedApiTokenScopesItem",
    "CreateShare",
    "CreateWebhookEndpoint",
    "CreateWebhookEndpointEventsItem",
    "DeadLetter",
    "DeadLetterPage",
    "Exclusion",
    "Export",
    "ExportAccount",
    "ExportAnalysesItem",
    "ExportRepositoriesItem",
    "FieldError",
    "Figure",
    "FigureName",
    "FileDetail",
    "FileOwner",
    "Format",
    "GetBadgeTheme",
    "GetReportSectionResponse200",
    "Health",
    "HotspotChange",
    "InstallationSettings",
    "InstallationSettingsAuth",
    "InstallationSettingsJobs",
    "Job",
    "JobError",
    "JobEvent",
    "JobEventData",
    "JobHistory",
    "JobPage",
    "JobStatus",
    "LanguageBeside",
    "LanguageChange",
    "ListWebhookDeliveriesStatus",
    "NewApiToken",
    "NewApiTokenScopesItem",
    "NewBadge",
    "NewBadgeImages",
    "NewShare",
    "Organization",
    "Organizations",
    "Outcome",
    "OwnedJob",
    "OwnedJobPage",
    "PackageBeside",
    "PackageChange",
    "PackageChangeChange",
    "PersonBeside",
    "PersonChange",
    "PersonChangeFate",
    "PersonDetail",
    "Place",
    "Places",
    "Problem",
    "Progress",
    "Provider",
    "ProviderList",
    "Readiness",
    "ReadinessChecks",
    "Received",
    "ReceivedOutcome",
    "ReceiveGiteaDeliveryBody",
    "ReceiveGitHubAppDeliveryBody",
    "ReceiveGitHubDeliveryBody",
    "Redriven",
    "RedrivenOutcome",
    "RefreshRequest",
    "Report",
    "ReportCommit",
    "ReportEngine",
    "ReportEngineOptions",
    "ReportRepository",
    "ReportSections",
    "ReportSectionsAdditionalProperty",
    "RepositorySettings",
    "RepositorySettingsScheduleType0",
    "RepositoryWebhook",
    "RepositoryWebhookProvider",
    "RepositoryWebhookSecret",
    "RepositoryWebhookSecretProvider",
    "Revoked",
    "RoleChange",
    "RoleChangeRole",
    "RotateSecret",
    "SectionName",
    "Session",
    "SessionList",
    "Share",
    "SharedReport",
    "SharePage",
    "Side",
    "SideBySide",
    "Submission",
    "Submissions",
    "SubmitAnalyses",
    "SubmitAnalysis",
    "SubmitOrganization",
    "Tokens",
    "TrackedRepository",
    "TrackedRepositoryDetail",
    "TrackedRepositoryDetailScheduleType0",
    "TrackedRepositoryPage",
    "TrackedRepositoryScheduleType0",
    "TrackedRepositoryWithWebhook",
    "TrackedRepositoryWithWebhookScheduleType0",
    "TrackRepository",
    "Untracked",
    "User",
    "UserPage",
    "UserRole",
    "WebhookAttempt",
    "WebhookDelivery",
    "WebhookDeliveryDetail",
    "WebhookDeliveryDetailStatus",
    "WebhookDeliveryPage",
    "WebhookDeliveryStatus",
    "WebhookEndpoint",
    "WebhookEndpointDisabledReasonType0",
    "WebhookEndpointPage",
    "WebhookEndpointSecret",
    "WebhookEndpointSecretDisabledReasonType0",
)
