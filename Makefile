# Every chore of this repository has a name here; CI runs `make test` and nothing else.
# A target's words after `## ` are its line in `make help`.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup build release deb try-deb try-page try-spark test prove demo record lint format tidy docs fuzz bench clean

# What swift-format reads. Folders that are not there yet are left out.
swift_sources := $(wildcard Package.swift Sources Tests Fuzz benchmarks)
# How long `make fuzz` runs each target, in seconds.
SECONDS_EACH ?= 60

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

setup: ## look for what the build and the tests need; install missing Debian packages
	@Scripts/setup test

build: ## build the tool (debug) as .build/debug/fengqiao
	@Scripts/setup build
	swift build

release: ## build the tool for use: one file with all of Swift in it, whose path is printed
	@Scripts/setup build
	@Scripts/build-release

deb: ## build the tool for use and its Debian package, whose path is printed
	@Scripts/setup deb
	@Scripts/build-deb

try-deb: ## try that package in a bare Debian, as a new user would; needs root and some minutes
	@Scripts/setup try
	@Scripts/try-deb "$$(ls -t .build-deb/fengqiao_*.deb | head -n 1)"

try-page: build ## try the page of impact in Chromium, on the screen and in print; KEEP=folder for pictures
	@Scripts/try-page $(if $(KEEP),--keep "$(KEEP)") .build/debug/fengqiao

try-spark: build ## try the recipe of docs/spark.md with PySpark; SPARK_SUBMIT= says where it is
	@Scripts/try-spark .build/debug/fengqiao

test: setup lint ## everything that must hold: set-up, format, build, all tests
	swift build --build-tests
	swift test --skip-build --disable-xctest

prove: ## prove what every shipped rulebook promises, with a release build
	@Scripts/setup build
	@tool=$$(Scripts/build-release) && for book in Rules/*/rulebook.yaml; do \
	  echo "$$(dirname $$book)"; $$tool prove $$(dirname $$book) || exit 1; done

demo: build ## step the Xinyi case and its violent variant; LANG_CHOICE=zh or en
	@Scripts/demo

record: setup ## write what the tool prints now into the goldens; read the diff before you commit
	RECORD=1 swift test --disable-xctest --filter ToolTests

lint: ## the format check that `make test` makes
	@Scripts/setup build
	swift format lint --strict --parallel --recursive $(swift_sources)

format: ## put every Swift file into the house's format
	swift format --in-place --parallel --recursive $(swift_sources)

tidy: setup ## only the house rules: walls, sizes, leftovers, pages (Tests/TidyTests)
	swift test --disable-xctest --filter TidyTests

docs: ## put the pages of docs/diagnostics into the tool again, for `fengqiao explain`
	Scripts/embed-pages

fuzz: ## feed the readers broken input for SECONDS_EACH=60 seconds each
	@Scripts/setup build
	Fuzz/run yaml $(SECONDS_EACH)
	Fuzz/run expression $(SECONDS_EACH)

bench: ## measure the release build; benchmarks/README.md says what
	@benchmarks/run

clean: ## forget everything that was built
	rm -rf .build .build-*
