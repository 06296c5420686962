package dev.ephor.testing.house.planted.mailing;

import dev.ephor.testing.house.planted.store.ApprovalTable;

/** Planted: mails that know the store. */
public class Letterbox {
    ApprovalTable table = new ApprovalTable();
}
