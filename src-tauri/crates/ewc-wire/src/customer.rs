//! Chapter 10: what crosses the customer's WebSocket.
