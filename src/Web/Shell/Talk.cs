namespace Keukentafel.Web.Shell;

/// <summary>A short talk on the screen: one small question at a time, with a way back.</summary>
/// <typeparam name="TStep">The questions.</typeparam>
/// <param name="Steps">All that is asked, in order.</param>
/// <param name="Asked">What is asked now, as the address says.</param>
public sealed record Talk<TStep>(IReadOnlyList<TStep> Steps, TStep Asked)
    where TStep : struct, Enum
{
    /// <summary>What is asked now: the first, when the address names something that is not asked here.</summary>
    public TStep Step => Steps.Contains(Asked) ? Asked : Steps[0];

    /// <summary>Which of them this is, from 1.</summary>
    public int Nth => Steps.ToList().IndexOf(Step) + 1;

    /// <summary>Whether this is the first.</summary>
    public bool IsFirst => Nth == 1;

    /// <summary>Whether it is done after this one.</summary>
    public bool IsLast => Nth == Steps.Count;

    /// <summary>What is asked next.</summary>
    public TStep Next => Steps[Math.Min(Nth, Steps.Count - 1)];

    /// <summary>What was asked before.</summary>
    public TStep Before => Steps[Math.Max(Nth - 2, 0)];
}
