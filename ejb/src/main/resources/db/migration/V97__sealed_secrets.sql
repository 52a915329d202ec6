-- What was overwritten in the content of a message, encrypted, so that the bytes as they came can be put together again.

alter table inbound_message add column secrets bytea;
