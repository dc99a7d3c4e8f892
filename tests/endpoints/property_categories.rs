use kinde_api::Paged;
use kinde_api::property_categories::{
    Category, CreateCategory, CreateCategoryResponse, CreatedCategory, GetCategories, GetCategoriesResponse,
    PropertyContext, UpdateCategory,
};

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, assert_answer, output, read, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetCategories::new(),
            "GET https://acme.kinde.com/api/v1/property_categories
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetCategories::new()
                .context(PropertyContext::Org)
                .ending_before("cat_18")
                .starting_after("cat_17")
                .page_size(50),
            "GET https://acme.kinde.com/api/v1/property_categories
                ?page_size=50
                &starting_after=cat_17
                &ending_before=cat_18
                &context=org
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateCategory::new("Shipping", PropertyContext::App),
            r#"POST https://acme.kinde.com/api/v1/property_categories
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Shipping","context":"app"}"#,
        ),
        request(
            UpdateCategory::new("cat_17"),
            "PUT https://acme.kinde.com/api/v1/property_categories/cat_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateCategory::new("cat_17").name("Delivery"),
            r#"PUT https://acme.kinde.com/api/v1/property_categories/cat_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"name":"Delivery"}"#,
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetCategories::new(),
            &output!(GetCategoriesResponse {
                code: some("OK"),
                message: some("Two categories"),
                categories: vec![
                    output!(Category { id: some("cat_17"), name: some("Address") }),
                    output!(Category { id: some("cat_18"), name: some("Work") }),
                ],
                has_more: Some(true),
            }),
        ),
        assert_answer(
            &CreateCategory::new("Shipping", "org"),
            &output!(CreateCategoryResponse {
                code: some("OK"),
                message: some("Category created"),
                category: Some(output!(CreatedCategory { id: some("cat_17") })),
            }),
        ),
        assert_answer(&UpdateCategory::new("cat_17"), &success()),
    ]
}

#[test]
fn a_page_leads_to_the_one_after_its_last_category() {
    let first = GetCategories::new().context("usr");
    let next = first.clone().starting_after("cat_18");
    let page = read(&first, r#"{"categories":[{"id":"cat_17"},{"id":"cat_18"}],"has_more":true}"#);
    assert_eq!(first.next_page(&page), Some(next.clone()));
    assert_eq!(next.next_page(&page), None);
    assert_eq!(first.clone().ending_before("cat_19").next_page(&page), None);
    assert_eq!(first.next_page(&read(&first, r#"{"categories":[{"id":"cat_17"}],"has_more":false}"#)), None);
    assert_eq!(
        GetCategories::items(page),
        [output!(Category { id: some("cat_17") }), output!(Category { id: some("cat_18") })]
    );
}

#[test]
fn parts_of_outputs_can_be_made_printed_and_read() {
    is_part_of_an_output::<Category>();
    is_part_of_an_output::<CreatedCategory>();
}

#[test]
fn what_requires_nothing_has_a_default() {
    assert_eq!(GetCategories::default(), GetCategories::new());
}
