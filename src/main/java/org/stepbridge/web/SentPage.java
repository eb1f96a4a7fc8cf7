package org.stepbridge.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.stepbridge.casework.Letters;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Parcel;
import org.stepbridge.casework.SentParcels;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Reference;

/** What a delivery says about a request, word for word. That it was read is audited. */
@Controller
class SentPage {
    private final SentParcels parcels;
    private final Letters letters;
    private final Sight sight;

    SentPage(SentParcels parcels, Letters letters, Sight sight) {
        this.parcels = parcels;
        this.letters = letters;
        this.sight = sight;
    }

    @GetMapping("/requests/{reference}/deliveries/{delivery}")
    String sent(@PathVariable("reference") String text, @PathVariable("delivery") UUID delivery, Model model) {
        Parcel parcel = Reference.read(text)
                .flatMap(reference -> parcels.open(
                        reference, delivery, sight.authorities(), sight.viewer().actor()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("reference", text);
        model.addAttribute("way", DeliveryTable.title(parcel.channel()));
        model.addAttribute("name", parcel.name());
        model.addAttribute("tried", parcel.attempt() > 0);
        model.addAttribute("file", parcel.channel().isFile());
        Pack pack = sight.pack(parcel.authority());
        model.addAttribute(
                "changed", !parcel.items().get(0).decision().protocol().equals(pack.version()));
        try {
            String source = letters.source(parcel);
            model.addAttribute("source", source);
            if (parcel.channel() == Channel.MASH_EMAIL || parcel.channel() == Channel.NOTICE_EMAIL) {
                model.addAttribute("mail", ReadableMail.of(source).withoutDate());
            }
        } catch (IllegalArgumentException lost) {
            // The council took the template away, or no longer sends to that address.
            model.addAttribute("lost", true);
        }
        return "sent";
    }
}
