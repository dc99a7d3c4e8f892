use kinde_api::directories::{
    CreateDirectory, CreateDirectoryResponse, DeleteDirectory, DeleteDirectoryResponse, Directory, GetDirectories,
    GetDirectoriesResponse, GetDirectory, GetDirectoryResponse, UpdateDirectory, UpdateDirectoryResponse,
};

use crate::wire::{RequestCase, assert_answer, output, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetDirectories::new(),
            "GET https://acme.kinde.com/api/v1/directories
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            GetDirectories::new()
                .page_size(17)
                .starting_after("starting_after_17")
                .organization_code("organization_code_17"),
            "GET https://acme.kinde.com/api/v1/directories
                ?page_size=17
                &starting_after=starting_after_17
                &organization_code=organization_code_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            CreateDirectory::new("org_code_17", "directory_name_17", "rippling"),
            r#"POST https://acme.kinde.com/api/v1/directories
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"org_code":"org_code_17","directory_name":"directory_name_17","provider_code":"rippling"}"#,
        ),
        request(
            CreateDirectory::new("org_code_17", "directory_name_17", "rippling")
                .enterprise_connection_id("enterprise_connection_id_17"),
            r#"POST https://acme.kinde.com/api/v1/directories
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"org_code":"org_code_17","directory_name":"directory_name_17","provider_code":"rippling","enterprise_connection_id":"enterprise_connection_id_17"}"#,
        ),
        request(
            GetDirectory::new("directory_id_17"),
            "GET https://acme.kinde.com/api/v1/directories/directory_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            UpdateDirectory::new("directory_id_17"),
            "PATCH https://acme.kinde.com/api/v1/directories/directory_id_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {}",
        ),
        request(
            UpdateDirectory::new("directory_id_17").directory_name("directory_name_17"),
            r#"PATCH https://acme.kinde.com/api/v1/directories/directory_id_17
            authorization: Bearer a-token
            accept: application/json
            content-type: application/json

            {"directory_name":"directory_name_17"}"#,
        ),
        request(
            DeleteDirectory::new("directory_id_17"),
            "DELETE https://acme.kinde.com/api/v1/directories/directory_id_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetDirectories::new(),
            &output!(GetDirectoriesResponse {
                code: some("OK"),
                message: some("Two directories"),
                has_more: Some(true),
                directories: vec![
                    output!(Directory {
                        id: some("dir_17"),
                        directory_name: some("Staff"),
                        directory_endpoint_id: some("endpoint_17"),
                        secret_token: some("a-token-for-okta"),
                        status: some("Active"),
                        organization_code: some("org_17"),
                        enterprise_connection_id: some("conn_17"),
                        enterprise_connection_name: some("Okta"),
                        last_sync_started_at: some("2026-01-02T03:04:05Z"),
                        last_sync_completed_at: some("2026-01-02T03:04:06Z"),
                        last_sync_error: some("One user had no address"),
                        created_on: some("2026-01-01T00:00:00Z")
                    }),
                    output!(Directory {
                        id: some("dir_18"),
                        directory_name: some("Contractors"),
                        directory_endpoint_id: some("endpoint_18"),
                        secret_token: some("another-token"),
                        status: some("Pending"),
                        organization_code: some("org_18"),
                        enterprise_connection_id: some("conn_18"),
                        enterprise_connection_name: some("Entra"),
                        last_sync_started_at: some("2026-01-02T03:04:05Z"),
                        last_sync_completed_at: some("2026-01-02T03:04:06Z"),
                        last_sync_error: some("One user had no address"),
                        created_on: some("2026-01-01T00:00:00Z")
                    })
                ]
            }),
        ),
        assert_answer(
            &CreateDirectory::new("org_code_17", "directory_name_17", "rippling"),
            &output!(CreateDirectoryResponse {
                code: some("DIRECTORY_CREATED"),
                message: some("Directory created"),
                directory: Some(output!(Directory {
                    id: some("dir_17"),
                    directory_name: some("Staff"),
                    directory_endpoint_id: some("endpoint_17"),
                    secret_token: some("a-token-for-okta"),
                    status: some("Active"),
                    organization_code: some("org_17"),
                    enterprise_connection_id: some("conn_17"),
                    enterprise_connection_name: some("Okta"),
                    last_sync_started_at: some("2026-01-02T03:04:05Z"),
                    last_sync_completed_at: some("2026-01-02T03:04:06Z"),
                    last_sync_error: some("One user had no address"),
                    created_on: some("2026-01-01T00:00:00Z")
                }))
            }),
        ),
        assert_answer(
            &GetDirectory::new("directory_id_17"),
            &output!(GetDirectoryResponse {
                code: some("OK"),
                message: some("One directory"),
                directory: Some(output!(Directory {
                    id: some("dir_17"),
                    directory_name: some("Staff"),
                    directory_endpoint_id: some("endpoint_17"),
                    secret_token: some("a-token-for-okta"),
                    status: some("Active"),
                    organization_code: some("org_17"),
                    enterprise_connection_id: some("conn_17"),
                    enterprise_connection_name: some("Okta"),
                    last_sync_started_at: some("2026-01-02T03:04:05Z"),
                    last_sync_completed_at: some("2026-01-02T03:04:06Z"),
                    last_sync_error: some("One user had no address"),
                    created_on: some("2026-01-01T00:00:00Z")
                }))
            }),
        ),
        assert_answer(
            &UpdateDirectory::new("directory_id_17"),
            &output!(UpdateDirectoryResponse {
                code: some("DIRECTORY_UPDATED"),
                message: some("Directory updated"),
                directory: Some(output!(Directory {
                    id: some("dir_18"),
                    directory_name: some("Contractors"),
                    directory_endpoint_id: some("endpoint_18"),
                    secret_token: some("another-token"),
                    status: some("Pending"),
                    organization_code: some("org_18"),
                    enterprise_connection_id: some("conn_18"),
                    enterprise_connection_name: some("Entra"),
                    last_sync_started_at: some("2026-01-02T03:04:05Z"),
                    last_sync_completed_at: some("2026-01-02T03:04:06Z"),
                    last_sync_error: some("One user had no address"),
                    created_on: some("2026-01-01T00:00:00Z")
                }))
            }),
        ),
        assert_answer(
            &DeleteDirectory::new("directory_id_17"),
            &output!(DeleteDirectoryResponse {
                code: some("DIRECTORY_DELETED"),
                message: some("Directory deleted"),
                directory_id: some("dir_17")
            }),
        ),
    ]
}
