package dev.ephor.testing.house.planted.application;

import dev.ephor.testing.house.planted.mailing.Letterbox;
import dev.ephor.testing.house.planted.rest.RequestPage;

/** Planted: a use case that knows an adapter, and mails. */
class Asking {
    RequestPage page = new RequestPage();
    Letterbox letters = new Letterbox();
}
