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
from .callback_request import CallbackRequest
from .callback_request_token_delivery import CallbackRequestTokenDelivery
from .coupled_file import CoupledFile
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
from .file_detail import FileDetail
from .file_owner import FileOwner
from .get_report_section_response_200 import GetReportSectionResponse200
from .health import Health
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
from .new_api_token import NewApiToken
from .new_api_token_scopes_item import NewApiTokenScopesItem
from .owned_job import OwnedJob
from .owned_job_page import OwnedJobPage
from .person_detail import PersonDetail
from .place import Place
from .places import Places
from .problem import Problem
from .progress import Progress
from .provider import Provider
from .provider_list import ProviderList
from .readiness import Readiness
from .readiness_checks import ReadinessChecks
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
from .revoked import Revoked
from .role_change import RoleChange
from .role_change_role import RoleChangeRole
from .session import Session
from .session_list import SessionList
from .submit_analysis import SubmitAnalysis
from .tokens import Tokens
from .user import User
from .user_page import UserPage
from .user_role import UserRole

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
    "CallbackRequest",
    "CallbackRequestTokenDelivery",
    "CoupledFile",
    "CreatedApiToken",
    "CreatedApiTokenScopesItem",
    "DeadLetter",
    "DeadLetterPage",
    "Exclusion",
    "Export",
    "ExportAccount",
    "ExportAnalysesItem",
    "ExportRepositoriesItem",
    "FieldError",
    "FileDetail",
    "FileOwner",
    "GetReportSectionResponse200",
    "Health",
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
    "NewApiToken",
    "NewApiTokenScopesItem",
    "OwnedJob",
    "OwnedJobPage",
    "PersonDetail",
    "Place",
    "Places",
    "Problem",
    "Progress",
    "Provider",
    "ProviderList",
    "Readiness",
    "ReadinessChecks",
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
    "Revoked",
    "RoleChange",
    "RoleChangeRole",
    "Session",
    "SessionList",
    "SubmitAnalysis",
    "Tokens",
    "User",
    "UserPage",
    "UserRole",
)
