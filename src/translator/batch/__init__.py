"""Many articles: a job, its plan, and a run that can be interrupted at any moment and resumed.

::

    job.py        what is to be done: the job file, or the command line      plan.py       globs → articles and their outputs
    resume.py     what is still to be done, by content                       runner.py     the run itself
    crew.py       processes that translate; cluster.py: those of Dask        work.py       one article, in such a process
    store.py      outputs to their places; manifest.py: what was done        lock.py       one run in a folder at a time
    watching.py   again whenever something is dropped in                     report.py     the page that sums up

Only the process that was started by the user writes; the others compute. Importing this loads nothing heavy.
"""

from translator.batch.job import Job, Settings, load_job

__all__ = ["Job", "Settings", "load_job"]
