using System.Text.Json;
using Keukentafel.Data.Sealing;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Invitations;

namespace Keukentafel.Data.Mapping;

/// <summary>From a circle and its seats to rows and back.</summary>
internal static class CircleMapping
{
    public static CircleRow RowOf(Circle circle, Keyring keyring) => new()
    {
        Id = circle.Id.Value,
        StartedAt = Sheets.Ms(circle.StartedAt),
        ParentsApart = circle.ParentsApart,
        Order = (int)circle.Order,
        Version = circle.Version,
        Sheet = keyring.Seal(circle.Id.Value, JsonSerializer.SerializeToUtf8Bytes(
            new CircleSheet(
                circle.Question, circle.QuestionBy?.Value, circle.QuestionAt is { } at ? Sheets.Ms(at) : null, circle.QuestionVersion,
                [.. circle.AllSeats.Select(seat => new SeatSheet(seat.Number.Value, seat.Name, seat.WhatTheyAre) { AddedBy = seat.AddedBy?.Value })])
            {
                Frames = circle.Frames.Count == 0 ? null : [.. circle.Frames.Select(Sheets.SheetOf)],
                Invitations = circle.Invitations.Count == 0 ? null : [.. circle.Invitations.Select(SheetOf)],
                Apart = circle.ApartSaid is { } apart ? [apart.By.Value, Sheets.Ms(apart.At)] : null,
                AgreedTo = SheetOf(circle.AllAgreedTo),
                RatherNot = SheetOf(circle.AllRatherNot),
                Figures = circle.Figures.Count == 0 ? null : [.. circle.Figures.Select(Sheets.SheetOf)],
                Reflected = circle.Reflected.Count == 0 ? null : [.. circle.Reflected.Select(Sheets.SheetOf)],
                LetsGo = circle.WordsGoWith.Count == 0 ? null : [.. circle.WordsGoWith.Select(one => new LetsGoSheet(one.Key.Value, one.Value.Bits))],
                Supporters = circle.Supporters.Count == 0 ? null : [.. circle.Supporters.Select(Sheets.SheetOf)],
                Locks = circle.Locks.Count == 0 ? null : [.. circle.Locks.Select(Sheets.SheetOf)],
                Involvements = circle.Involvements.Count == 0 ? null : [.. circle.Involvements.Select(Sheets.SheetOf)],
                Coordinators = circle.AllCoordinators.Count == 0 ? null : [.. circle.AllCoordinators.Select(Sheets.SheetOf)],
                AboutMyself = circle.AboutMyself.Count == 0 ? null : [.. circle.AboutMyself.Select(Sheets.SheetOf)],
                FirstContacts = circle.FirstContacts.Count == 0 ? null : circle.FirstContacts.ToDictionary(one => one.Key.Value, one => one.Value.Value),
                Rests = circle.Rests.Count == 0 ? null : circle.Rests.ToDictionary(one => one.Key.Value, one => Sheets.Ms(one.Value)),
                Stopped = circle.Stopped.Count == 0 ? null : [.. circle.Stopped.Select(one => new StoppedSheet(one.Seat.Value, one.Person.Value, Sheets.Ms(one.At)))],
                Ending = circle.Ending is { } ending ? Sheets.SheetOf(ending) : null,
                EndingsBefore = circle.EndingsBefore.Count == 0 ? null : [.. circle.EndingsBefore.Select(Sheets.SheetOf)],
                Later = circle.Later.Count == 0 ? null : [.. circle.Later.Select(Sheets.SheetOf)],
                Contacts = circle.Contacts.Count == 0 ? null : [.. circle.Contacts.Select(ContactSheet.Of)],
            },
            SheetJson.Default.CircleSheet)),
    };

    public static SeatRow RowOf(Circle circle, Seat seat) => new()
    {
        Circle = circle.Id.Value,
        Number = seat.Number.Value,
        Bit = 1L << seat.Number.Value,
        Id = seat.Id.Value,
        Person = seat.Person?.Value,
        Side = (int)seat.Side,
        Age = (int)seat.Age,
        Mug = ((int)seat.Mug.Pattern * 100) + ((int)seat.Mug.Drink * 10) + (int)seat.Mug.Colour,
        Since = Sheets.Ms(seat.Since),

        // Whoever is in the first and in another of these gives nothing by name: with the second what is for everybody since then, with the third nothing at all.
        GivenNot = seat.Given.Nothing.And(seat.Given.NotByName).Bits,
        GivenNew = seat.Given.SinceOnly.Bits,
        GivenSince = seat.Given.IsAll ? 0 : Sheets.Ms(seat.Given.Since),
        GivenOld = seat.Given.LongerOnly.And(seat.Given.NotByName.Both(seat.Given.Nothing)).Bits,
        GivenLonger = seat.Given.LongerOnly.IsEmpty ? 0 : Sheets.Ms(seat.Given.Longer),
    };

    public static Circle From(CircleRow row, IEnumerable<SeatRow> seats, Opener opener)
    {
        var sheet = JsonSerializer.Deserialize(opener.Open(row.Sheet), SheetJson.Default.CircleSheet)!;
        var names = sheet.Seats.ToDictionary(seat => seat.Number);
        return new Circle(
            new CircleId(row.Id), Sheets.Moment(row.StartedAt), row.ParentsApart, sheet.Question,
            sheet.By is { } by ? new SeatNumber(by) : null, sheet.At is { } at ? Sheets.Moment(at) : null, sheet.Version,
            (ViewOrder)row.Order, row.Version, seats.OrderBy(seat => seat.Number).Select(seat => From(seat, names[seat.Number])))
            .With(sheet.Apart is [var apartBy, var apartAt] ? new ApartSaid(new SeatNumber((int)apartBy), Sheets.Moment(apartAt)) : null)
            .With((sheet.Invitations ?? []).Select(From), From(sheet.AgreedTo), From(sheet.RatherNot))
            .With((sheet.LetsGo ?? []).Select(one => KeyValuePair.Create(new SeatNumber(one.Child), new SeatSet(one.With))))
            .With([.. (sheet.Figures ?? (sheet.Figure is { } one ? [one] : [])).Select(Sheets.From)], [.. (sheet.Reflected ?? []).Select(Sheets.From)])
            .With((sheet.Locks ?? []).Select(Sheets.From))
            .With((sheet.Supporters ?? []).Select(Sheets.From))
            .With((sheet.Involvements ?? []).Select(Sheets.From))
            .With((sheet.Coordinators ?? []).Select(Sheets.From))
            .With(
                (sheet.AboutMyself ?? []).Select(Sheets.From),
                (sheet.FirstContacts ?? new Dictionary<int, int>()).Select(one => KeyValuePair.Create(new SeatNumber(one.Key), new SeatNumber(one.Value))))
            .With((sheet.Frames ?? []).Select(Sheets.From))
            .With((sheet.Contacts ?? []).Select(contact => contact.Contact()))
            .With(
                sheet.Ending is { } ending ? Sheets.From(ending) : null, (sheet.EndingsBefore ?? []).Select(Sheets.From), (sheet.Later ?? []).Select(Sheets.From))
            .Resting(
                (sheet.Rests ?? new Dictionary<int, long>()).Select(one => KeyValuePair.Create(new SeatNumber(one.Key), Sheets.Moment(one.Value))),
                (sheet.Stopped ?? []).Select(one => new StoppedPart(new SeatNumber(one.Seat), new PersonId(one.Person), Sheets.Moment(one.At))));
    }

    private static Dictionary<int, long>? SheetOf(IReadOnlyDictionary<SeatNumber, SeatSet> said) =>
        said.Count == 0 ? null : said.ToDictionary(one => one.Key.Value, one => one.Value.Bits);

    private static IEnumerable<KeyValuePair<SeatNumber, SeatSet>> From(IReadOnlyDictionary<int, long>? said) =>
        (said ?? new Dictionary<int, long>()).Select(one => KeyValuePair.Create(new SeatNumber(one.Key), new SeatSet(one.Value)));

    private static InvitationSheet SheetOf(Invitation invitation) => new(
        invitation.Id.Value, invitation.For.Value, invitation.By.Value, Sheets.Ms(invitation.At), invitation.Words, invitation.Named.Bits)
    {
        RefusedAt = invitation.RefusedAt is { } refused ? Sheets.Ms(refused) : null,
        RefusedWords = invitation.RefusedWords,
        JoinedAt = invitation.JoinedAt is { } joined ? Sheets.Ms(joined) : null,
    };

    private static Invitation From(InvitationSheet sheet) => new(
        new InvitationId(sheet.Id), new SeatNumber(sheet.For), new SeatNumber(sheet.By), Sheets.Moment(sheet.At), sheet.Words, new SeatSet(sheet.Named))
    {
        RefusedAt = sheet.RefusedAt is { } refused ? Sheets.Moment(refused) : null,
        RefusedWords = sheet.RefusedWords,
        JoinedAt = sheet.JoinedAt is { } joined ? Sheets.Moment(joined) : null,
    };

    private static Seat From(SeatRow row, SeatSheet sheet) => new(
        new SeatId(row.Id), new SeatNumber(row.Number), row.Person is { } person ? new PersonId(person) : null, sheet.Name,
        sheet.WhatTheyAre, (SeatSide)row.Side, (AgeGroup)row.Age,
        new Mug((MugPattern)(row.Mug / 100), (MugDrink)(row.Mug / 10 % 10), (MugColour)(row.Mug % 10)), Sheets.Moment(row.Since),
        sheet.AddedBy is { } giver ? new SeatNumber(giver) : null);
}
