using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Consults;

/// <summary>How far it is with a question in the background, in one sentence that holds for every reader at the table.</summary>
public static class ConsultWords
{
    /// <summary>How far it is.</summary>
    /// <param name="consult">Which.</param>
    /// <param name="circle">The table.</param>
    /// <param name="now">The moment, UTC.</param>
    public static string Of(Consult consult, Circle circle, DateTimeOffset now)
    {
        var who = circle.SeatAt(consult.By).Name;
        var expert = consult.Expert is { } seat ? circle.SeatAt(seat).Name : null;
        return consult switch
        {
            { Advice: { } advice } => Text.T("consults.is-answered", expert, Days.Day(advice.At, now)),
            { StoppedAt: { } stopped } => Text.T("consults.is-stopped", Days.Day(stopped, now)),
            { SentAt: { } sent } => Text.T("consults.is-sent", who, expert, Days.Day(sent, now)),
            { ByGuest: true } => Text.T("consults.is-read-first"),
            _ => Text.T("consults.is-not-sent"),
        };
    }

    /// <summary>"Ingrid, Veilig Thuis".</summary>
    /// <param name="seat">Who.</param>
    public static string Full(Seat seat) => seat.WhatTheyAre is { } what ? $"{seat.Name}, {what}" : seat.Name;
}
