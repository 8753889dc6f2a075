"""The peer: what one would build with FastAPI, Celery, Redis and Postgres. Runs in a virtual environment of its own.

A job is a row; the request commits it and sends the task, the task writes its result. The task is acknowledged after
its effect, so that a worker's death loses no job, as it loses none of ours.
"""

from __future__ import annotations

import json
import os
import uuid
from contextlib import asynccontextmanager

import asyncpg
import psycopg
from celery import Celery
from celery.signals import worker_process_init
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

DSN = os.environ["PEER_DSN"]
tasks = Celery("peer", broker=os.environ["PEER_REDIS"])
tasks.conf.update(task_acks_late=True, task_ignore_result=True, broker_connection_retry_on_startup=True)
opened: list[psycopg.Connection] = []


@worker_process_init.connect
def connect(**_: object) -> None:
    opened.append(psycopg.connect(DSN, autocommit=True))


@tasks.task
def analyse(job: str) -> None:
    (database,) = opened
    database.execute("UPDATE jobs SET status = 'PROCESSING', started_at = now() WHERE id = %s", (job,))
    result = json.dumps({"commit": "c" * 40, "engine_version": "0"})
    database.execute(
        "UPDATE jobs SET status = 'COMPLETED', finished_at = now(), result = %s WHERE id = %s", (result, job)
    )


class Submission(BaseModel):
    repo_url: str
    ref: str = ""


@asynccontextmanager
async def pooled(app: FastAPI):
    async with asyncpg.create_pool(DSN, min_size=10, max_size=10) as pool:
        app.state.pool = pool
        yield


app = FastAPI(lifespan=pooled)


@app.post("/jobs", status_code=202)
async def submit(submission: Submission) -> dict[str, str]:
    job = uuid.uuid4()
    await app.state.pool.execute("INSERT INTO jobs (id, repo_url) VALUES ($1, $2)", job, submission.repo_url)
    analyse.delay(str(job))
    return {"id": str(job), "status": "PENDING"}


@app.get("/jobs/{job}")
async def read(job: uuid.UUID) -> dict[str, str | None]:
    row = await app.state.pool.fetchrow("SELECT status, result FROM jobs WHERE id = $1", job)
    if row is None:
        raise HTTPException(404)
    return {"id": str(job), "status": row["status"], "result": row["result"]}
