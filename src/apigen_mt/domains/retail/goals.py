"""All that customers may want of this desk."""

from apigen_mt.domains.retail.goals_account import ABOUT_ACCOUNT
from apigen_mt.domains.retail.goals_aftercare import AFTERCARE
from apigen_mt.domains.retail.goals_changes import CHANGES
from apigen_mt.domains.retail.goals_questions import QUESTIONS

KINDS = {kind.name: kind for kind in (*CHANGES, *AFTERCARE, *ABOUT_ACCOUNT, *QUESTIONS)}
