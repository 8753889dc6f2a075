from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.outcome import Outcome, check_outcome

if TYPE_CHECKING:
    from ..models.job import Job
    from ..models.job_error import JobError


T = TypeVar("T", bound="Submission")


@_attrs_define
class Submission:
    """What became of one repository.

    Attributes:
        repo_url (str):
        ref (None | str):
        outcome (Outcome): What became of it. In a dry run `accepted` is what would be.
        job (Job | None): The new analysis; of what is running or unchanged, the one that there is.
        reason (JobError | None): Why it was refused, or skipped: `archived`, `fork` or `empty`; codes of refusals are
            those of `POST /api/v1/analysis`.
        followed (bool | None): Whether it is followed now; null where that was not asked for.
    """

    repo_url: str
    ref: None | str
    outcome: Outcome
    job: Job | None
    reason: JobError | None
    followed: bool | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.job import Job  # noqa: PLC0415
        from ..models.job_error import JobError  # noqa: PLC0415

        repo_url = self.repo_url

        ref: None | str
        ref = self.ref

        outcome: str = self.outcome

        job: dict[str, Any] | None
        if isinstance(self.job, Job):
            job = self.job.to_dict()
        else:
            job = self.job

        reason: dict[str, Any] | None
        if isinstance(self.reason, JobError):
            reason = self.reason.to_dict()
        else:
            reason = self.reason

        followed: bool | None
        followed = self.followed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "repo_url": repo_url,
                "ref": ref,
                "outcome": outcome,
                "job": job,
                "reason": reason,
                "followed": followed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job import Job  # noqa: PLC0415
        from ..models.job_error import JobError  # noqa: PLC0415

        d = dict(src_dict)
        repo_url = d.pop("repo_url")

        def _parse_ref(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ref = _parse_ref(d.pop("ref"))

        outcome = check_outcome(d.pop("outcome"))

        def _parse_job(data: object) -> Job | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                job_type_0 = Job.from_dict(data)

                return job_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Job | None, data)

        job = _parse_job(d.pop("job"))

        def _parse_reason(data: object) -> JobError | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reason_type_0 = JobError.from_dict(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JobError | None, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_followed(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        followed = _parse_followed(d.pop("followed"))

        submission = cls(
            repo_url=repo_url,
            ref=ref,
            outcome=outcome,
            job=job,
            reason=reason,
            followed=followed,
        )

        submission.additional_properties = d
        return submission

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
