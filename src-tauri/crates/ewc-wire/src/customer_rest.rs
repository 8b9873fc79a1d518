//! Chapter 10, "REST API": queue metrics and call-backs over HTTP.
