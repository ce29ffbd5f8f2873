//! One's own account: name, language, zone, sessions.

use crate::world::{World, ZHAO_MIN, ZHAO_YONG};

#[actix_web::test]
async fn name_language_and_zone_follow_the_person() {
    let world = World::new().await;
    let here = world.visits(ZHAO_MIN).await;
    let form = here.opens("/account").await.form("/account").with("language", "ru").with("time_zone", "Europe/Moscow");
    form.with("name", "Zhào Mǐn").sends().await.answered(200).sees("Изменения сохранены").sees("Zhào Mǐn");
    here.opens("/account").await.form("/account").forged("time_zone", "Mars/Olympus").sent().await.answered(422);
    let elsewhere = world.visits(ZHAO_MIN).await.opens("/account").await.sees("UTC+3");
    assert_eq!(elsewhere.attributes("html", "lang"), ["ru"]);
}

#[actix_web::test]
async fn a_session_is_ended_from_the_list_of_sessions() {
    let world = World::new().await;
    let (here, there) = (world.visits(ZHAO_MIN).await, world.visits(ZHAO_MIN).await);
    let page = here.opens("/account").await.answered(200);
    page.form_ending("/ending").sends().await.answered(200);
    assert_eq!(there.asks("/account").await.leads_to().as_deref(), Some("/sign-in"));
    let page = here.opens("/account").await.answered(200);
    assert!(page.attributes("form[action*=sessions]", "action").is_empty(), "the one here stays");
    // Somebody else's session is not there to be ended.
    let other = world.visits(ZHAO_YONG).await;
    let action = world.visits(ZHAO_MIN).await.opens("/account").await.form_ending("/ending").action;
    other.posts_with_token(&action, &[]).await.answered(404);
}
