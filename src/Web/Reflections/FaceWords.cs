using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Reflections;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Reflections;

/// <summary>How it stands with the face of a table and with a reflection, in one sentence that holds for every reader.</summary>
public static class FaceWords
{
    /// <summary>How it stands with a face of a table. A host's no that ended nothing is not in it (T20).</summary>
    /// <param name="figure">Which.</param>
    /// <param name="circle">The table.</param>
    /// <param name="now">The moment, UTC.</param>
    public static string Of(CentralFigure figure, Circle circle, DateTimeOffset now)
    {
        var who = circle.SeatAt(figure.Who).Name;
        var colleague = figure.Colleague is { } seat ? circle.SeatAt(seat) : null;
        return figure.Stage switch
        {
            FigureStage.Asked => Text.T("reflections.stage.Asked", who, circle.SeatAt(figure.AskedBy).Name),
            FigureStage.ColleagueNamed => Text.T("reflections.stage.ColleagueNamed", who, figure.Named!.Name),
            FigureStage.ColleagueAsked => Text.T("reflections.stage.ColleagueAsked", colleague!.Name, circle.SeatAt(figure.AgreedBy!.Value).Name),
            FigureStage.Active => Text.T("reflections.stage.Active", who, colleague!.Name, colleague.WhatTheyAre, Days.Day(figure.Since!.Value, now)),
            FigureStage.Alone => Text.T(figure.HostSaidNo ? "reflections.host-not-colleague" : "reflections.end." + figure.End!.Value.ToString(), figure.LastColleague) + " " + Text.T("reflections.stage.Alone", who),
            _ => Text.T(figure.HostSaidNo ? "reflections.host-not-face" : "reflections.stage.Stopped", who),
        };
    }

    /// <summary>How far it is with a reflection.</summary>
    /// <param name="reflection">Which.</param>
    /// <param name="circle">The table.</param>
    /// <param name="now">The moment, UTC.</param>
    public static string Of(Reflection reflection, Circle circle, DateTimeOffset now)
    {
        var (who, with) = (circle.SeatAt(reflection.By).Name, circle.SeatAt(reflection.Colleague).Name);
        return reflection switch
        {
            { DoneAt: { } done } => Text.T("reflections.is-done", who, with, Days.Day(done, now)),
            _ when circle.FigureWith(reflection.Colleague) is null => Text.T("reflections.is-left", with),
            { AgreedAt: null } => Text.T("reflections.is-waiting", with),
            _ when !reflection.Has(ReflectionTurn.FirstReading) => Text.T("reflections.is-reading", with),
            _ when !reflection.Has(ReflectionTurn.Judgement) => Text.T("reflections.is-judging", who),
            _ when !reflection.Has(ReflectionTurn.Counter) => Text.T("reflections.is-countering", with),
            _ => Text.T("reflections.is-concluding", who),
        };
    }
}
