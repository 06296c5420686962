package dev.ephor.testing.house.planted.rest;

import dev.ephor.testing.house.planted.store.ApprovalTable;

/** Planted: an adapter that knows another, of another service. */
public class RequestPage {
    ApprovalTable table = new ApprovalTable();
}
