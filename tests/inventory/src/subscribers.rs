//! Subscribers: people who asked to hear from the business.

use kinde_api::subscribers::{CreateSubscriber, GetSubscriber, GetSubscribers};

use crate::operation::operations;

operations! {
    "GetSubscribers" GET "/api/v1/subscribers" "read:subscribers"
        GetSubscribers::new() { sort: Query text, page_size: Query count, next_token: Query text }
        -> subscribers::GetSubscribersResponse listing subscribers;
    "CreateSubscriber" POST "/api/v1/subscribers" "create:subscribers"
        CreateSubscriber::new(first_name: Query text, last_name: Query text, email: Query text) {}
        -> subscribers::CreateSubscriberSuccessResponse;
    "GetSubscriber" GET "/api/v1/subscribers/{subscriber_id}" "read:subscribers"
        GetSubscriber::new(subscriber_id: Path text) {}
        -> subscribers::GetSubscriberResponse;
}
