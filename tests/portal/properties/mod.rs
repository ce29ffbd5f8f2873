//! Stories that nobody thought of: random acts of random people against the real portal, beside a small model of the rules.
//!
//! After every act the database is read by itself: some laws hold whatever anybody does (see [`ledger`]), the portal's yes or no
//! is the model's, and what is in force is what the model says is in force. A story that fails is made as short as it can be and
//! told in words. Usually the same few stories are told; `PROPTEST_CASES=200` tells so many others, and says with which
//! `PROPTEST_RNG_SEED` they are told again.

mod acts;
mod ledger;
mod model;
mod stage;
mod words;

use proptest::test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner};

use self::{
    acts::{Act, Verb, stories},
    ledger::Ledger,
    model::{Deed, Model, Verdict},
    stage::{Looked, Open, Stage},
};
use crate::world::Person;

/// Stories that are told where nobody asks for more.
const USUALLY: u32 = 12;

/// One story on the stage.
struct Story<'a> {
    stage: &'a mut Stage,
    model: Model,
    before: Ledger,
    /// The last page of an acceptance, lying open.
    open: Option<Box<Open>>,
    told: Vec<String>,
}

impl Story<'_> {
    async fn goes_on(&mut self, act: &Act) -> Result<(), String> {
        let thing = act.to_things(&self.model);
        match (&act.verb, thing) {
            (Verb::DaysPass(days), _) => {
                self.told.push(format!("{days} days pass"));
                self.stage.days_pass(*days).await;
                self.model.days_pass(*days);
                self.looks(true).await
            }
            (Verb::PortalWorks, _) => {
                self.told.push("the portal does what it does by itself".to_owned());
                self.stage.portal_works().await;
                self.model.portal_works();
                self.looks(true).await
            }
            (Verb::ClickAtLast, _) => self.clicks().await,
            (Verb::LookAtAcceptance(_), Some((who, Deed::Accepts(acceptance)))) => {
                self.told.push(format!("{} — no: only looks at the last page", self.model.tell(who, &Deed::Accepts(acceptance.clone()))));
                if let Looked::Open(open) = self.stage.looks_at(who, &acceptance).await {
                    self.open = Some(open);
                }
                self.looks(true).await
            }
            (_, Some((who, deed))) => {
                self.told.push(self.model.tell(who, &deed));
                let verdict = self.model.judge(who, &deed);
                let done = self.stage.does(who, &deed).await;
                self.weighs(who, &deed, verdict, done).await
            }
            (_, None) => Ok(()),
        }
    }

    /// Sends the page that lay open: what it showed may have changed meanwhile, and then it is refused (D6).
    async fn clicks(&mut self) -> Result<(), String> {
        let Some(open) = self.open.take() else { return Ok(()) };
        let deed = Deed::Accepts(open.acceptance.clone());
        self.told.push(format!("at last {}", self.model.tell(open.who, &deed)));
        let verdict = match self.model.judge(open.who, &deed) {
            Verdict::Done => Verdict::Unsaid,
            other => other,
        };
        let done = self.stage.clicks(&open).await;
        self.weighs(open.who, &deed, verdict, done).await
    }

    async fn weighs(&mut self, who: Person, deed: &Deed, verdict: Verdict, done: bool) -> Result<(), String> {
        if let Some(line) = self.told.last_mut() {
            line.push_str(if done { " → done" } else { " → refused" });
        }
        if (verdict == Verdict::Done && !done) || (verdict == Verdict::Refused && done) {
            return Err(format!("by the rules this is {verdict:?}"));
        }
        if done {
            self.model.does(who, deed);
        }
        self.stage.takes_down(&self.model).await;
        self.looks(!done || !deed.gives()).await
    }

    /// Reads the database and compares.
    async fn looks(&mut self, takes: bool) -> Result<(), String> {
        let now = Ledger::read(&self.stage.db).await?;
        now.keeps(&self.before, takes)?;
        let expected = self.model.told();
        if now.living != expected {
            return Err(format!("in force is\n  {}\nand by the rules\n  {}", now.living.join("\n  "), expected.join("\n  ")));
        }
        self.before = now;
        Ok(())
    }
}

async fn tells(stage: &mut Stage, acts: &[Act]) -> Result<(), String> {
    let model = stage.afresh().await;
    let before = Ledger::read(&stage.db).await?;
    let mut story = Story { stage, model, before, open: None, told: Vec::new() };
    for act in acts {
        if let Err(wrong) = story.goes_on(act).await {
            return Err(format!("{}\n{wrong}", story.told.join("\n")));
        }
    }
    Ok(())
}

/// D12, D13, D14, D18, D19: whatever people do, in whatever order, the laws hold and the portal says what the rules say.
#[test]
fn whatever_people_do_the_rules_hold() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let stage = std::cell::RefCell::new(runtime.block_on(Stage::new()));
    let number = |name| std::env::var(name).ok().and_then(|typed| typed.parse::<u64>().ok());
    let asked = number("PROPTEST_CASES").and_then(|cases| u32::try_from(cases).ok());
    let seed = number("PROPTEST_RNG_SEED").unwrap_or_else(|| if asked.is_some() { rand::random() } else { 0 });
    let rng_seed = RngSeed::Fixed(seed);
    let config =
        Config { cases: asked.unwrap_or(USUALLY), failure_persistence: None, max_shrink_time: 30_000, rng_seed, ..Config::default() };
    let told = TestRunner::new(config)
        .run(&stories(), |acts| runtime.block_on(tells(&mut stage.borrow_mut(), &acts)).map_err(TestCaseError::fail));
    let told = told.map_err(|error| match error {
        TestError::Fail(story, _) => story.to_string(),
        TestError::Abort(reason) => reason.to_string(),
    });
    // The stage goes before the runtime that its connections live on.
    let _within = runtime.enter();
    drop(stage);
    if let Err(story) = told {
        panic!("\n{story}\nPROPTEST_RNG_SEED={seed}");
    }
}
