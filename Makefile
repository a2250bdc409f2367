# Everything that can be done here. `make` alone explains itself; every command sets up what it needs first.

PYTHON ?= python3
ENV ?= local
VENV := .venv/bin
PY := $(VENV)/python
WITHOUT_STACK := tests/unit tests/adapters tests/functions tests/infra tests/local tests/architecture

export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION := 20,21,23
export ENV FN FOLLOW JSON TWOFOLD_LOCAL TWOFOLD_PORT
# As it was typed, past make and past the shell: an address may have an & in it, a name a $.
export ASSET_ARGS = $(value ARGS)
export DEVICE_PLACE = $(value PLACE)
export DEVICE_NAME = $(value NAME)
unexport ARGS PLACE NAME
.DEFAULT_GOAL := help
.PHONY: help setup up down status logs demo receive seed asset key device magnet codes leads export automations automation simulate pause resume text review deactivated erase subject evidence deploy \
	test check fmt lint types imports quick bench prove grants lock clean

help:
	@echo; echo '  Twofold: confirmed SMS leads, each with a discount code of their own.'
	@awk -F ':.*## ' -v colour="$$(test -t 1 && echo 1)" ' \
		function paint(code, text) { return colour ? "\033[" code "m" text "\033[0m" : text } \
		/^##@/ { printf "\n  %s\n", paint(1, substr($$0, 5)) } \
		/^[a-z]+:.*## / { printf "    make %s %s\n", paint(36, sprintf("%-11s", $$1)), $$2 }' Makefile
	@echo; echo '  New here? make up && make demo'; echo

##@ On this machine
up: setup ## start the emulator, deploy the stack, show the addresses (again: mend and renew)
	@$(PY) -m infra.local.up

demo: setup ## tell one visitor's story over HTTP (QUICK=1: without the days of waiting, JSON=1: as one JSON document)
	@$(PY) -m infra.local.demo

receive: setup ## a webhook of your own: shows every event as a CRM would get it, until Ctrl-C (JSON=1: each body whole)
	@$(PY) -m infra.local.receive

status: setup ## what runs, and where; whether texts leave
	@$(PY) -m infra.local.status

logs: setup ## what a function wrote in the last hour: FN=register_leads [FOLLOW=1] [ENV=dev]
	@$(PY) -m infra.operate.logs $(FN)

down: setup ## stop what runs here; its data and keys are gone
	@$(PY) -m infra.local.down

##@ Operating (this machine; ENV=dev or ENV=prod for AWS)
seed: setup ## a campaign with its assets: FILE=campaign.json (without: the sample)
	@$(PY) -m infra.operate.seed --env $(ENV) $(if $(FILE),"$(FILE)")

asset: setup ## posters, signs, widgets and their links: ARGS="create --kind qr --name Window" (without: all it can do)
	@$(PY) -m infra.operate.asset --env $(ENV)

key: setup ## an API key, shown once: SCOPES="leads:read leads:write" SYSTEM=hubspot (without: it may do everything)
	@$(PY) -m infra.operate.key --env $(ENV) $(if $(SYSTEM),--system "$(SYSTEM)") $(SCOPES)

device: setup ## a link for a shop's phone: PLACE=vienna-1 NAME="Till 2" (without: which there are) [WITHDRAW=1]
	@$(PY) -m infra.operate.device --env $(ENV) $(if $(WITHDRAW),--withdraw)

magnet: setup ## upload what leads get for signing up: FILE=guide.pdf CAMPAIGN=buffet-20
	@$(PY) -m infra.operate.magnet --env $(ENV) $(if $(CAMPAIGN),--campaign "$(CAMPAIGN)") $(if $(FILE),"$(FILE)")

codes: setup ## coupons into a campaign's pool: FILE=coupons.csv CAMPAIGN=buffet-20 (without: all about it)
	@$(PY) -m infra.operate.codes_file --env $(ENV) $(if $(CAMPAIGN),--campaign "$(CAMPAIGN)") $(if $(CHECK),--check) $(if $(IMPORT),--import "$(IMPORT)") $(if $(FILE),"$(FILE)")

leads: setup ## people from another list: FILE=leads.csv CAMPAIGN=buffet-20 [CHECK=1] (without: all about it)
	@$(PY) -m infra.operate.leads_file --env $(ENV) $(if $(CAMPAIGN),--campaign "$(CAMPAIGN)") $(if $(CHECK),--check) $(if $(IMPORT),--import "$(IMPORT)") $(if $(FILE),"$(FILE)")

export: setup ## what is kept, as files: KIND=leads FORMAT=csv [FROM=2026-11-01 TO=2026-11-30 OUT=folder] (without: all about it)
	@$(PY) -m infra.operate.export --env $(ENV) $(if $(KIND),--kind "$(KIND)") $(if $(FORMAT),--format "$(FORMAT)") $(if $(FROM),--from "$(FROM)") $(if $(TO),--to "$(TO)") $(if $(CAMPAIGN),--campaign "$(CAMPAIGN)") $(if $(PLATFORM),--platform "$(PLATFORM)") $(if $(OUT),--out "$(OUT)") $(if $(EXPORT),--export "$(EXPORT)")

automations: setup ## what a campaign's leads get by themselves: [CAMPAIGN=buffet-20]
	@$(PY) -m infra.operate.automations --env $(ENV) $(if $(CAMPAIGN),--campaign "$(CAMPAIGN)")

automation: setup ## one of them: ID=unused-code [ON=1 or OFF=1, FILE=mine.json RUNNING=move, JSON=1] (without: how)
	@$(PY) -m infra.operate.automation --env $(ENV) $(if $(CAMPAIGN),--campaign "$(CAMPAIGN)") $(if $(FILE),--file "$(FILE)") $(if $(RUNNING),--running "$(RUNNING)") $(if $(ON),--on) $(if $(OFF),--off) $(if $(VERSION),--version "$(VERSION)") $(or $(if $(ID),"$(ID)"),$(if $(FILE),,--help))

simulate: setup ## what would happen, with nothing sent: ID=unused-code FROM=2026-11-01 TO=2026-11-22 [FILE=mine.json, JSON=1] (without: how)
	@$(PY) -m infra.operate.simulate --env $(ENV) $(if $(CAMPAIGN),--campaign "$(CAMPAIGN)") $(if $(FILE),--file "$(FILE)") $(if $(FROM),--from "$(FROM)") $(if $(TO),--to "$(TO)") $(or $(if $(ID),"$(ID)"),$(if $(FILE),,--help))

pause: setup ## stop every message within seconds
	@$(PY) -m infra.operate.switch --env $(ENV) pause

resume: setup ## let messages go again
	@$(PY) -m infra.operate.switch --env $(ENV) resume

text: setup ## a template on your own phone: TO=+48601234567 [TEMPLATE=code LOCALE=fr CAMPAIGN=buffet-20]
	@$(PY) -m infra.operate.text --env $(ENV) $(if $(CAMPAIGN),--campaign "$(CAMPAIGN)") $(if $(LOCALE),--locale "$(LOCALE)") -- "$(TO)" $(TEMPLATE)

review: setup ## answers that a person must read: [ID=msg_… SAY=stop or SAY=keep]
	@$(PY) -m infra.operate.review --env $(ENV) $(if $(SAY),--say "$(SAY)") $(ID)

deactivated: setup ## numbers that a carrier switched off: FILE=numbers.csv
	@$(PY) -m infra.operate.deactivated --env $(ENV) $(if $(FILE),"$(FILE)")

erase: setup ## forget a lead everywhere, for good: LEAD=… or TO=+48601234567
	@$(PY) -m infra.operate.erase --env $(ENV) $(if $(LEAD),--lead="$(LEAD)") $(if $(TO),--to="$(TO)")

subject: setup ## all that is kept of a lead, as JSON: LEAD=… or TO=+48601234567
	@$(PY) -m infra.operate.subject --env $(ENV) $(if $(LEAD),--lead="$(LEAD)") $(if $(TO),--to="$(TO)")

evidence: setup ## what proves leads' consent, signed: LEAD=…, TO=… or FILE=ids.txt [OUT=folder] (KEY=1: whose signature)
	@$(PY) -m infra.operate.evidence --env $(ENV) $(if $(LEAD),--lead="$(LEAD)") $(if $(TO),--to="$(TO)") $(if $(FILE),--file="$(FILE)") $(if $(OUT),--out="$(OUT)") $(if $(KEY),--key)

deploy: setup ## deploy to AWS: ENV=dev
	@$(PY) -m infra.operate.deploy

##@ Working on it
setup: ## what all of this needs (every command runs it; it is quick when nothing changed)
	@$(PYTHON) -m infra.commands.prepare

test: setup ## every test, those on a running stack too
	@$(PY) -m pytest -n 2 --no-loadscope-reorder

check: lint types imports quick ## format, lint, types, import rules, and the tests that need no stack

fmt: setup ## format, and mend what the linter can
	@$(VENV)/ruff format . && $(VENV)/ruff check --fix .

bench: setup ## what a request costs, against the budgets
	@$(PY) -m tests.bench

prove: setup ## the long proofs: races, faults at every call, many examples
	@$(PY) -m pytest -m prove

grants: setup ## take every right of a function away: something must miss it
	@$(PY) -m tests.grants

lint: setup
	@$(VENV)/ruff format --check . && $(VENV)/ruff check .

types: setup
	@$(VENV)/mypy
	@for handler in functions/*/handler.py; do MYPYPATH=layers/twofold/python $(VENV)/mypy $$handler || exit 1; done

imports: setup
	@$(VENV)/lint-imports

quick: setup
	@$(PY) -m pytest $(wildcard $(WITHOUT_STACK))

lock: setup ## the lock files anew from the .in files
	@$(PY) -m infra.commands.lock

clean: down ## remove everything that was installed or built here
	@rm -rf .venv .local node_modules cdk.out
